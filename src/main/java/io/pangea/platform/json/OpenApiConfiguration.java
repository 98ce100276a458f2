package io.pangea.platform.json;

import java.util.List;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.joda.money.Money;
import org.springdoc.core.utils.SpringDocUtils;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The API as documented at {@code /docs}: values look there as they look on the wire. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class OpenApiConfiguration {

	private static final String BEARER = "bearer";

	// Only where the documentation is: not in a process without pages.
	@Lazy
	@Bean
	OpenAPI openApi(Identifiers identifiers) {
		identifiers.types().forEach((type) -> SpringDocUtils.getConfig().replaceWithSchema(type, new UUIDSchema()));
		SpringDocUtils.getConfig().replaceWithSchema(Money.class, money());
		SecurityScheme bearer = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(BEARER).bearerFormat("JWT");
		return new OpenAPI()
			.info(new Info().title("Pangea")
				.version("1")
				.description("The store's public API. Errors are problem details (RFC 9457)."))
			.components(new Components().addSecuritySchemes(BEARER, bearer))
			// Either with a token or without: the operations say themselves what they
			// need.
			.security(List.of(new SecurityRequirement(), new SecurityRequirement().addList(BEARER)));
	}

	private static ObjectSchema money() {
		ObjectSchema money = new ObjectSchema();
		money.addProperty("amount", new IntegerSchema().format("int64").description("In minor units of the currency"));
		money.addProperty("currency", new StringSchema().description("ISO 4217").example("USD"));
		money.required(List.of("amount", "currency"));
		return money;
	}

}

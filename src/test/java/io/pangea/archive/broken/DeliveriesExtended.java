package io.pangea.archive.broken;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/** With more that can be left out, and less that is asked for. */
@HttpExchange("/api/broken")
public interface DeliveriesExtended {

	@PutExchange("/{parcel}")
	@ResponseStatus(HttpStatus.CREATED)
	Delivery send(@PathVariable UUID parcel, @RequestParam(required = false) @Nullable Boolean express,
			@RequestParam(defaultValue = "false") boolean fragile, @RequestParam(defaultValue = "1") int pieces,
			@RequestBody @Valid Parcel body,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key);

	record Parcel(@NotBlank String carrier, @Nullable String note, @Nullable String colour) {

	}

	record Delivery(UUID id, String code, @Nullable String link) {

	}

}

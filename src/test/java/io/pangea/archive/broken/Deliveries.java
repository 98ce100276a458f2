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

/** As it landed. */
@HttpExchange("/api/broken")
public interface Deliveries {

	@PutExchange("/{id}")
	@ResponseStatus(HttpStatus.CREATED)
	Delivery send(@PathVariable UUID id, @RequestParam(required = false) @Nullable Boolean express,
			@RequestParam(defaultValue = "false") boolean fragile, @RequestBody @Valid Parcel parcel,
			@RequestHeader("Idempotency-Key") String key);

	record Parcel(@NotBlank String carrier, @Nullable String note) {

	}

	record Delivery(UUID id, String code) {

	}

}

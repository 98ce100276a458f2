package io.pangea.archive.broken;

import java.util.UUID;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/** With something wrong in every part of the exchange. */
@HttpExchange("/api/broken")
public interface DeliveriesBroken {

	@PutExchange("/{id}")
	Delivery send(@PathVariable String id, @RequestParam boolean express, @RequestBody @Valid Parcel parcel);

	record Parcel(@Nullable String note) {

	}

	record Delivery(UUID id, @Nullable String code) {

	}

}

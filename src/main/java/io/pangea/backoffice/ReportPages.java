package io.pangea.backoffice;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages about some days, which stand in their addresses. */
abstract class ReportPages {

	private final BackofficeSettings settings;

	ReportPages(BackofficeSettings settings) {
		this.settings = settings;
	}

	@ModelAttribute("report")
	ReportForm report(@RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String to, @RequestParam(required = false) @Nullable String zone,
			@RequestParam(required = false) @Nullable String by) {
		return ReportForm.of(from, to, zone, by, this.settings.zone());
	}

	/** The numbers of the pictures on a page; null when nobody knows them now. */
	static ResponseEntity<List<Chart>> numbersOf(@Nullable List<Chart> charts) {
		return (charts != null) ? ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(charts)
				: ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
	}

}

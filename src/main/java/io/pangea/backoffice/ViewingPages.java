package io.pangea.backoffice;

import java.util.List;

import io.pangea.videos.VideoId;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** What was watched in some days, how well it ran, and who is watching now. */
@Controller
@RequestMapping("/backoffice/viewing")
@PreAuthorize("hasRole('STAFF')")
class ViewingPages extends ReportPages {

	private final ViewingCharts charts;

	ViewingPages(ViewingCharts charts, BackofficeSettings settings) {
		super(settings);
		this.charts = charts;
	}

	@GetMapping
	String show(@ModelAttribute("report") ReportForm report, @RequestParam(required = false) @Nullable VideoId film,
			Model model) {
		model.addAttribute("total", this.charts.total(report));
		model.addAttribute("now", this.charts.now());
		model.addAttribute("films", this.charts.films(report));
		model.addAttribute("charts", this.charts.all(report, film));
		model.addAttribute("film", film);
		model.addAttribute("address", "/backoffice/viewing");
		return "backoffice/viewing";
	}

	/** The numbers of the page's pictures. */
	@GetMapping("/data")
	@ResponseBody
	ResponseEntity<List<Chart>> data(@ModelAttribute("report") ReportForm report,
			@RequestParam(required = false) @Nullable VideoId film) {
		return numbersOf(this.charts.all(report, film));
	}

}

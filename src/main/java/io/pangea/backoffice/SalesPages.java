package io.pangea.backoffice;

import java.util.List;
import java.util.Locale;

import io.pangea.analytics.Analytics;
import io.pangea.analytics.Report;

import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** What was sold in some days, as figures, pictures, tables, and files. */
@Controller
@RequestMapping("/backoffice/sales")
@PreAuthorize("hasRole('STAFF')")
class SalesPages extends ReportPages {

	private final SalesCharts charts;

	private final Analytics analytics;

	SalesPages(SalesCharts charts, Analytics analytics, BackofficeSettings settings) {
		super(settings);
		this.charts = charts;
		this.analytics = analytics;
	}

	@GetMapping
	String show(@ModelAttribute("report") ReportForm report, Model model) {
		model.addAttribute("totals", this.charts.totals(report));
		model.addAttribute("funnel", this.charts.funnel(report));
		model.addAttribute("use", this.charts.recommendations(report));
		model.addAttribute("charts", this.charts.all(report));
		model.addAttribute("address", "/backoffice/sales");
		return "backoffice/sales";
	}

	/** The numbers of the page's pictures. */
	@GetMapping("/data")
	@ResponseBody
	ResponseEntity<List<Chart>> data(@ModelAttribute("report") ReportForm report) {
		return numbersOf(this.charts.all(report));
	}

	/** A report for a spreadsheet. */
	@GetMapping("/export")
	ResponseEntity<Resource> export(@ModelAttribute("report") ReportForm form,
			@RequestParam(defaultValue = "SALES") Report report) {
		String name = "%s-%s-%s.csv".formatted(report, form.from(), form.to()).toLowerCase(Locale.ROOT);
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
			.body(this.analytics.export(report, form.range()));
	}

}

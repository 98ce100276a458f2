package io.pangea.backoffice;

import java.util.List;

import com.github.f4b6a3.uuid.UuidCreator;
import io.pangea.products.ImportId;
import io.pangea.products.KeyReused;
import io.pangea.products.ProductCatalog;
import io.pangea.products.ProductImport;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Imports files of products, and tells how far they have come and what they refused. */
@Controller
@RequestMapping("/backoffice/imports")
@PreAuthorize("hasRole('STAFF')")
class ImportPages {

	private static final int RECENT = 10;

	private static final int REFRESH_SECONDS = 2;

	private final ProductCatalog catalog;

	private final BackofficeSettings settings;

	ImportPages(ProductCatalog catalog, BackofficeSettings settings) {
		this.catalog = catalog;
		this.settings = settings;
	}

	@GetMapping
	String ask(Model model) {
		return show(UuidCreator.getTimeOrderedEpoch().toString(), model);
	}

	/** The key comes with the form, so that sending it twice makes one import. */
	@PostMapping
	String start(@RequestParam(required = false) @Nullable MultipartFile file, @RequestParam String key, Model model,
			HttpServletResponse response) {
		if (file == null || file.isEmpty()) {
			model.addAttribute("missing", true);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(key, model);
		}
		try {
			return "redirect:/backoffice/imports/" + this.catalog.importCsv(file, key).id();
		}
		catch (KeyReused ex) {
			model.addAttribute("reused", true);
			response.setStatus(HttpStatus.CONFLICT.value());
			return ask(model);
		}
	}

	@GetMapping("/{id}")
	String watch(@PathVariable ImportId id, @RequestParam(defaultValue = "0") long after, Model model) {
		List<ProductImport.Rejection> rejections = this.catalog.rejections(id, after, this.settings.pageSize() + 1);
		ProductImport productImport = this.catalog.findImport(id);
		boolean running = productImport.status() == ProductImport.Status.RUNNING;
		model.addAttribute("productImport", productImport);
		model.addAttribute("running", running);
		model.addAttribute("refresh", running ? REFRESH_SECONDS : null);
		model.addAttribute("rejections", rejections.stream().limit(this.settings.pageSize()).toList());
		model.addAttribute("more", rejections.size() > this.settings.pageSize());
		model.addAttribute("after", after);
		return "backoffice/import";
	}

	private String show(String key, Model model) {
		model.addAttribute("key", key);
		model.addAttribute("imports", this.catalog.imports(RECENT));
		return "backoffice/imports";
	}

}

package io.pangea.recommendations;

import java.util.List;

import io.pangea.products.ProductId;
import io.pangea.videos.VideoId;
import jakarta.validation.Valid;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * What somebody may like next. Never recommended is what the caller has (films bought or
 * watched, goods bought lately), what is in the cart, what is withdrawn, and what is not
 * for the viewer's age. Where too little is known, what is popular fills the rest.
 */
@HttpExchange("/api/recommendations")
@Validated
public interface Recommendations {

	/**
	 * For the caller: an account by what it bought and watched, and anybody by what they
	 * looked at. Popular items for those who opted out.
	 */
	@GetExchange("/mine")
	@PreAuthorize("permitAll()")
	Suggestions forMe(@Valid Wanted wanted);

	/** What goes with a product. One that is unknown goes with what is popular. */
	@GetExchange("/products/{id}")
	@PreAuthorize("permitAll()")
	Suggestions similarToProduct(@PathVariable ProductId id, @Valid Wanted wanted);

	/** What goes with a film. One that is unknown goes with what is popular. */
	@GetExchange("/films/{id}")
	@PreAuthorize("permitAll()")
	Suggestions similarToFilm(@PathVariable VideoId id, @Valid Wanted wanted);

	/** What goes with all that is in a cart. */
	@GetExchange("/cart")
	@PreAuthorize("permitAll()")
	Suggestions forCart(@Valid Wanted wanted);

	/**
	 * A shelf for each of the films the caller watched last, latest first, of a guest
	 * those they looked at; no shelf is empty, and no item is on two of them. None for
	 * those who opted out.
	 */
	@GetExchange("/watched")
	@PreAuthorize("permitAll()")
	List<Shelf> becauseYouWatched(@Valid Wanted wanted);

	/** Whether the caller opted out. */
	@GetExchange("/opt-out")
	@PreAuthorize("hasRole('CUSTOMER')")
	OptOut optOut();

	/**
	 * Opts the caller out, which erases what is known of them here, or in again.
	 */
	@PutExchange("/opt-out")
	@PreAuthorize("hasRole('CUSTOMER')")
	OptOut optOut(@RequestParam boolean optedOut);

	/** What recommendations are made from now. */
	@GetExchange("/model")
	@PreAuthorize("hasRole('STAFF')")
	ModelState model();

}

package io.pangea.videos;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.pangea.accounts.AccountId;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.RestController;

/** Shows films to everybody, and lets staff say what is to be said of them. */
@RestController
class VideoCatalog implements Videos {

	private static final Pattern ENTITY_TAG = Pattern.compile("\"(\\d{1,18})\"");

	private final Showcase showcase;

	private final Search search;

	private final FilmDesk desk;

	private final Lifecycle lifecycle;

	private final SeriesShelf series;

	private final Collections collections;

	private final Watchlist watchlist;

	private final StarRatings ratings;

	private final Tickets tickets;

	VideoCatalog(Showcase showcase, Search search, FilmDesk desk, Lifecycle lifecycle, SeriesShelf series,
			Collections collections, Watchlist watchlist, StarRatings ratings, Tickets tickets) {
		this.showcase = showcase;
		this.search = search;
		this.desk = desk;
		this.lifecycle = lifecycle;
		this.series = series;
		this.collections = collections;
		this.watchlist = watchlist;
		this.ratings = ratings;
		this.tickets = tickets;
	}

	@Override
	public VideoPage search(VideoSearch search) {
		boolean inside = Caller.isInside();
		if (search.state() != null && !inside) {
			throw new AccessDeniedException("Only staff asks for films by state.");
		}
		return this.search.page(search, inside);
	}

	@Override
	public Video find(VideoId id) {
		return this.showcase.find(id, Caller.isInside());
	}

	@Override
	public Video findBySlug(String slug) {
		return this.showcase.findBySlug(slug, Caller.isInside());
	}

	@Override
	public List<Video> lookup(Set<VideoId> ids) {
		return this.showcase.lookup(ids);
	}

	@Override
	public Video next(VideoId id) {
		return this.showcase.next(id);
	}

	@Override
	public List<Series> series() {
		return this.series.all();
	}

	@Override
	public SeriesGuide findSeries(String slug) {
		return this.showcase.guide(slug);
	}

	@Override
	public Series saveSeries(String slug, Series series) {
		checkSlug(slug, series.slug());
		return this.series.save(series);
	}

	@Override
	public List<VideoCollection> collections() {
		return this.collections.all(Caller.isInside());
	}

	@Override
	public VideoCollection saveCollection(String slug, VideoCollection collection) {
		checkSlug(slug, collection.slug());
		return this.collections.save(collection);
	}

	private static void checkSlug(String inAddress, String inBody) {
		if (!inAddress.equals(inBody)) {
			throw new InvalidField("slug", "is not the one in the address");
		}
	}

	@Override
	public Video add(VideoDescription description, String idempotencyKey) {
		return find(this.desk.add(description, idempotencyKey));
	}

	@Override
	public Video describe(VideoId id, VideoDescription description, String ifMatch) {
		Matcher tag = ENTITY_TAG.matcher(ifMatch.strip());
		if (!tag.matches()) {
			throw new InvalidField("If-Match", "is not a version number in double quotes");
		}
		this.desk.describe(id, description, Long.parseLong(tag.group(1)));
		return find(id);
	}

	@Override
	public Video publish(VideoId id) {
		this.lifecycle.publish(id);
		return find(id);
	}

	@Override
	public Video withdraw(VideoId id) {
		this.lifecycle.withdraw(id);
		return find(id);
	}

	@Override
	public VideoPage watchlist(@Nullable String cursor, int limit) {
		return this.watchlist.page(person(), cursor, limit);
	}

	@Override
	public void keep(VideoId id) {
		this.watchlist.keep(person(), shown(id));
	}

	@Override
	public void drop(VideoId id) {
		this.watchlist.drop(person(), id);
	}

	@Override
	public Opinion opinion(VideoId id) {
		return new Opinion(this.watchlist.has(person(), id), this.ratings.of(person(), id).orElse(null));
	}

	@Override
	public Ratings rate(VideoId id, Rating rating) {
		return this.ratings.rate(person(), shown(id), rating.stars());
	}

	@Override
	public Ratings unrate(VideoId id) {
		return this.ratings.unrate(person(), this.showcase.find(id, true).id());
	}

	/** The id of a film that everybody may see. */
	private VideoId shown(VideoId id) {
		return this.showcase.find(id, false).id();
	}

	private static AccountId person() {
		return AccountId.ofCaller().orElseThrow();
	}

	@Override
	public MediaTicket ticket(VideoId id) {
		return this.tickets.issue(id);
	}

}

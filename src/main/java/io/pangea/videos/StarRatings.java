package io.pangea.videos;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.pangea.accounts.AccountId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How people rated films, one by one and all together. */
@Component
@Transactional
class StarRatings {

	private final JdbcClient jdbc;

	StarRatings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Ratings rate(AccountId account, VideoId id, int stars) {
		lock(id);
		int before = of(account, id).orElse(0);
		this.jdbc.sql("""
				insert into videos.ratings (account, video_id, stars) values (?, ?, ?)
				on conflict (account, video_id) do update set stars = excluded.stars""")
			.params(account.value(), id.value(), stars)
			.update();
		return add(id, (before == 0) ? 1 : 0, stars - before);
	}

	Ratings unrate(AccountId account, VideoId id) {
		lock(id);
		int before = of(account, id).orElse(0);
		this.jdbc.sql("delete from videos.ratings where account = ? and video_id = ?")
			.params(account.value(), id.value())
			.update();
		return add(id, (before == 0) ? 0 : -1, -before);
	}

	@Transactional(readOnly = true)
	Optional<Integer> of(AccountId account, VideoId id) {
		return this.jdbc.sql("select stars from videos.ratings where account = ? and video_id = ?")
			.params(account.value(), id.value())
			.query(Integer.class)
			.optional();
	}

	/** Always in the same order, lest two wait for each other. */
	void erase(AccountId account) {
		List<UUID> rated = this.jdbc.sql("select video_id from videos.ratings where account = ? order by video_id")
			.param(account.value())
			.query(UUID.class)
			.list();
		rated.forEach((id) -> unrate(account, new VideoId(id)));
	}

	/** One rating of a film at a time, so that its totals are those of its ratings. */
	private void lock(VideoId id) {
		this.jdbc.sql("insert into videos.rating_totals (video_id, count, sum) values (?, 0, 0) on conflict do nothing")
			.param(id.value())
			.update();
		this.jdbc.sql("select 1 from videos.rating_totals where video_id = ? for update")
			.param(id.value())
			.query()
			.listOfRows();
	}

	private Ratings add(VideoId id, int count, int sum) {
		return this.jdbc.sql("""
				update videos.rating_totals set count = count + ?, sum = sum + ? where video_id = ?
				returning count, sum""")
			.params(count, sum, id.value())
			.query((row, number) -> Ratings.of(row.getInt("count"), row.getInt("sum")))
			.single();
	}

}

package io.pangea.playback;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.pangea.videos.Availability;
import io.pangea.videos.MediaTicket;
import io.pangea.videos.Ratings;
import io.pangea.videos.Video;
import io.pangea.videos.VideoAccess;
import io.pangea.videos.VideoId;
import io.pangea.videos.VideoNotFound;
import io.pangea.videos.Videos;

import org.springframework.security.core.context.SecurityContextHolder;

/** Films that a test shows and withdraws at will. */
class FixedVideos {

	private final Map<VideoId, Video> videos = new ConcurrentHashMap<>();

	VideoId show(VideoAccess access, int minimumAge, int seconds) {
		VideoId id = VideoId.next();
		this.videos.put(id,
				new Video(id, "film-" + id, "Film", null, "", Map.of(), List.of(), List.of(), 2026, minimumAge, access,
						null, new Availability(null, null, List.of()), seconds, List.of(), List.of(), null, null, null,
						new Ratings(0, 0), null, null, 1));
		return id;
	}

	void withdraw(VideoId id) {
		this.videos.remove(id);
	}

	Videos contract() {
		return (Videos) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Videos.class },
				(proxy, method, arguments) -> switch (method.getName()) {
					case "find" -> find((VideoId) arguments[0]);
					case "ticket" -> ticket((VideoId) arguments[0]);
					default -> throw new UnsupportedOperationException(method.getName());
				});
	}

	private Video find(VideoId id) {
		Video video = this.videos.get(id);
		if (video == null) {
			throw new VideoNotFound(id.toString());
		}
		return video;
	}

	/** For this module alone: the caller must not be known. */
	private MediaTicket ticket(VideoId id) {
		if (SecurityContextHolder.getContext().getAuthentication() != null) {
			throw new IllegalStateException("Asked for by a person");
		}
		return new MediaTicket("/api/videos/media/ticket/%s/master.m3u8".formatted(find(id).id()),
				Instant.now().plus(5, ChronoUnit.MINUTES));
	}

}

package io.pangea.storefront;

import java.util.Map;
import java.util.concurrent.RejectedExecutionException;

import io.pangea.playback.AboveAgeLimit;
import io.pangea.playback.NotEntitled;
import io.pangea.playback.PlaybackNotFound;
import io.pangea.playback.PlaybackOver;
import io.pangea.playback.TooManyStreams;
import io.pangea.videos.VideoNotFound;

import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.validation.method.MethodValidationException;

/** Why a film does not play, in words for the viewer and a name for the player. */
@Component
class Refusals {

	private final MessageSource messages;

	Refusals(MessageSource messages) {
		this.messages = messages;
	}

	ResponseEntity<Map<String, String>> answer(RuntimeException ex) {
		return switch (ex) {
			case TooManyStreams many ->
				refuse(HttpStatus.CONFLICT, "too-many-streams", many.most(), String.join(", ", many.devices()));
			case NotEntitled bought -> refuse(HttpStatus.CONFLICT, "not-entitled");
			case AboveAgeLimit limit ->
				refuse(HttpStatus.CONFLICT, "age-limit", limit.minimumAge(), limit.maximumAge());
			case PlaybackOver over -> refuse(HttpStatus.CONFLICT, "over");
			case PlaybackNotFound lost -> refuse(HttpStatus.CONFLICT, "over");
			case VideoNotFound withdrawn -> refuse(HttpStatus.CONFLICT, "withdrawn");
			case RejectedExecutionException silent -> refuse(HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
			case TypeMismatchException nonsense -> refuse(HttpStatus.BAD_REQUEST, "broken");
			case MethodValidationException nonsense -> refuse(HttpStatus.BAD_REQUEST, "broken");
			default -> throw ex;
		};
	}

	private ResponseEntity<Map<String, String>> refuse(HttpStatus status, String problem, Object... parameters) {
		String text = this.messages.getMessage("player.problem." + problem, parameters,
				LocaleContextHolder.getLocale());
		return ResponseEntity.status(status).body(Map.of("problem", problem, "text", text));
	}

}

package io.pangea.platform.broker;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An event as it travels: JSON with CloudEvents attributes as headers (CloudEvents 1.0,
 * Kafka protocol binding, binary content mode).
 *
 * @param key id of the aggregate, so that its events stay in one partition
 */
record Message(String topic, @Nullable String key, Map<String, String> headers, @Nullable String body) {

	static final String ID = "ce_id";

	static final String SOURCE = "ce_source";

	static final String TYPE = "ce_type";

	static final String TIME = "ce_time";

	static final String SUBJECT = "ce_subject";

	static final String SPEC_VERSION = "ce_specversion";

	static final String CONTENT_TYPE = "content-type";

	/** Ids of listeners that got the event where it was published, with commas. */
	static final String HEARD_BY = "ce_heardby";

	/** Id of the one listener that a publication is handed over to. */
	static final String ONLY_FOR = "ce_onlyfor";

	Message {
		headers = Map.copyOf(headers);
	}

	String header(String name) {
		return this.headers.getOrDefault(name, "");
	}

}

package io.pangea.videos;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where films are kept. */
@Configuration(proxyBeanMethods = false)
class MediaConfiguration {

	@Bean
	MediaStore mediaStore(VideoSettings settings) {
		VideoSettings.Bucket bucket = settings.bucket();
		return (bucket != null) ? new BucketStore(bucket) : new DirectoryStore(settings.directory().resolve("store"));
	}

}

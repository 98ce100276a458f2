package io.pangea.videos;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

import org.springframework.beans.factory.DisposableBean;

/** Keeps files in a bucket of Amazon's S3, or of a service that speaks like it. */
class BucketStore implements MediaStore, DisposableBean {

	private final String bucket;

	private final S3Client s3;

	BucketStore(VideoSettings.Bucket bucket) {
		this.bucket = bucket.name();
		S3ClientBuilder builder = S3Client.builder()
			.region(Region.of(bucket.region()))
			.httpClientBuilder(UrlConnectionHttpClient.builder())
			.credentialsProvider(credentials(bucket));
		if (bucket.endpoint() != null) {
			builder.endpointOverride(URI.create(bucket.endpoint())).forcePathStyle(true);
		}
		this.s3 = builder.build();
	}

	private static AwsCredentialsProvider credentials(VideoSettings.Bucket bucket) {
		return (bucket.accessKey() != null && bucket.secretKey() != null)
				? StaticCredentialsProvider.create(AwsBasicCredentials.create(bucket.accessKey(), bucket.secretKey()))
				: DefaultCredentialsProvider.builder().build();
	}

	@Override
	public void put(String path, Path file) throws IOException {
		try {
			this.s3.putObject((put) -> put.bucket(this.bucket).key(path), file);
		}
		catch (SdkException ex) {
			throw new IOException(ex);
		}
	}

	@Override
	public OptionalLong size(String path) throws IOException {
		try {
			return OptionalLong.of(this.s3.headObject((head) -> head.bucket(this.bucket).key(path)).contentLength());
		}
		catch (NoSuchKeyException ex) {
			return OptionalLong.empty();
		}
		catch (SdkException ex) {
			throw new IOException(ex);
		}
	}

	@Override
	public InputStream read(String path, long from, long count) throws IOException {
		if (count == 0) {
			return InputStream.nullInputStream();
		}
		try {
			String range = "bytes=%d-%d".formatted(from, from + count - 1);
			return this.s3.getObject((get) -> get.bucket(this.bucket).key(path).range(range));
		}
		catch (SdkException ex) {
			throw new IOException(ex);
		}
	}

	@Override
	public void delete(String path) throws IOException {
		try {
			this.s3.deleteObject((delete) -> delete.bucket(this.bucket).key(path));
			for (ListObjectsV2Response page : this.s3
				.listObjectsV2Paginator((list) -> list.bucket(this.bucket).prefix(path + "/"))) {
				deleteAll(page);
			}
		}
		catch (SdkException ex) {
			throw new IOException(ex);
		}
	}

	private void deleteAll(ListObjectsV2Response page) throws IOException {
		List<ObjectIdentifier> keys = page.contents()
			.stream()
			.map((object) -> ObjectIdentifier.builder().key(object.key()).build())
			.toList();
		if (keys.isEmpty()) {
			return;
		}
		DeleteObjectsResponse answer = this.s3
			.deleteObjects((delete) -> delete.bucket(this.bucket).delete((which) -> which.objects(keys).quiet(true)));
		// The answer is no error even when nothing was deleted.
		if (answer.hasErrors() && !answer.errors().isEmpty()) {
			throw new IOException(answer.errors().toString());
		}
	}

	@Override
	public void destroy() {
		this.s3.close();
	}

}

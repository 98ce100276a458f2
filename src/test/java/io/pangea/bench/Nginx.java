package io.pangea.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import io.pangea.testing.Ports;

/** Hands out the files of a directory as fast as that is done. */
record Nginx(Process process, URI address) implements AutoCloseable {

	private static final Path BINARY = Path.of(System.getProperty("pangea.bench.nginx", "/usr/sbin/nginx"));

	static boolean isInstalled() {
		return Files.isExecutable(BINARY);
	}

	/**
	 * @param files where its own are, other than those it hands out
	 */
	static Nginx start(Path root, Path files) throws IOException {
		int port = Ports.free();
		Path configuration = Files.writeString(files.resolve("nginx.conf"), """
				worker_processes 2;
				daemon off;
				pid %1$s/nginx.pid;
				error_log %1$s/nginx.log;
				user root;
				events { worker_connections 2048; }
				http {
				  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
				  client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/fastcgi;
				  uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi;
				  server { listen 127.0.0.1:%2$d; listen [::1]:%2$d; root %3$s; }
				}
				""".formatted(files, port, root));
		Process process = new ProcessBuilder(BINARY.toString(), "-c", configuration.toString(), "-e",
				files.resolve("nginx.log").toString())
			.inheritIO()
			.start();
		return new Nginx(process, URI.create("http://localhost:%d/".formatted(port)));
	}

	long pid() {
		return this.process.pid();
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().join();
	}

}

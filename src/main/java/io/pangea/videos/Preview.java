package io.pangea.videos;

import java.util.Locale;

/**
 * Small pictures of a film at equal distances on one large one, and which part of it
 * stands for when (WebVTT with media fragments, as players know it).
 */
record Preview(double interval, int count, int columns) {

	private static final int WIDTH = 160;

	private static final int HEIGHT = 90;

	private static final int MOST = 100;

	static Preview of(double seconds) {
		double interval = Math.max(1, seconds / MOST);
		int count = (int) Math.max(1, Math.min(MOST, Math.ceil(seconds / interval)));
		return new Preview(interval, count, Math.min(10, count));
	}

	private int rows() {
		return (this.count + this.columns - 1) / this.columns;
	}

	String filter() {
		return String.format(Locale.ROOT,
				"fps=fps=1/%1$.3f:round=up,scale=%2$d:%3$d:force_original_aspect_ratio=decrease,pad=%2$d:%3$d:-1:-1,"
						+ "setsar=1,tile=%4$dx%5$d,format=yuvj420p",
				this.interval, WIDTH, HEIGHT, this.columns, rows());
	}

	String toVtt(String sprite) {
		StringBuilder vtt = new StringBuilder("WEBVTT\n");
		for (int i = 0; i < this.count; i++) {
			vtt.append("\n%s --> %s\n%s#xywh=%d,%d,%d,%d\n".formatted(time(i), time(i + 1), sprite,
					i % this.columns * WIDTH, i / this.columns * HEIGHT, WIDTH, HEIGHT));
		}
		return vtt.toString();
	}

	private String time(int index) {
		long millis = Math.round(index * this.interval * 1000);
		return "%02d:%02d:%02d.%03d".formatted(millis / 3_600_000, millis / 60_000 % 60, millis / 1000 % 60,
				millis % 1000);
	}

}

package io.pangea.papers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;

import org.springframework.util.DigestUtils;

/**
 * A diagram as SVG, marked with the source it was drawn from. The build compares the
 * mark, since the drawing itself differs with the fonts of the machine that draws it.
 */
final class Picture {

	private Picture() {
	}

	static boolean shows(String svg, String source) {
		return svg.contains(mark(source));
	}

	static String draw(String source) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			new SourceStringReader(source).outputImage(out, new FileFormatOption(FileFormat.SVG, false));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		String svg = out.toString(StandardCharsets.UTF_8)
			.replaceAll("<\\?plantuml(?s:.*?)\\?>", "")
			.replace("font-family=\"Liberation Sans\"", "font-family=\"Liberation Sans, Arial, Helvetica, sans-serif\"")
			.replaceAll("(?<=</g>|/>)(?=<)", "\n");
		return svg + "\n" + mark(source) + "\n";
	}

	private static String mark(String source) {
		byte[] digest = DigestUtils.md5Digest(source.getBytes(StandardCharsets.UTF_8));
		return "<!-- drawn from " + HexFormat.of().formatHex(digest) + " -->";
	}

}

package io.pangea.archive;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.pangea.archive.broken.Deliveries;
import io.pangea.archive.broken.DeliveriesExtended;
import io.pangea.archive.broken.DeliveriesBroken;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Each rule of what may change, seen to bite and seen to let pass. */
class RulesTests {

	record Landed(UUID id, int quantity, Colour colour, @Nullable String note, List<Line> lines) {

	}

	record Line(String name) {

	}

	record NamedLine(String title) {

	}

	enum Colour {

		RED, GREEN

	}

	enum MoreColours {

		RED, GREEN, BLUE

	}

	enum FewerColours {

		RED

	}

	record Extended(UUID id, int quantity, Colour colour, @Nullable String note, List<Line> lines,
			@Nullable String more) {

	}

	record Removed(UUID id, Colour colour, @Nullable String note, List<Line> lines) {

	}

	record Renamed(UUID id, int number, Colour colour, @Nullable String note, List<Line> lines) {

	}

	record Retyped(UUID id, long quantity, Colour colour, @Nullable String note, List<NamedLine> lines) {

	}

	record Loose(UUID id, @Nullable Integer quantity, Colour colour, @Nullable String note, List<Line> lines) {

	}

	record CountedOn(UUID id, int quantity, Colour colour, String note, List<Line> lines, String more) {

	}

	record MoreColourful(UUID id, int quantity, MoreColours colour, @Nullable String note, List<Line> lines) {

	}

	record LessColourful(UUID id, int quantity, FewerColours colour, @Nullable String note, List<Line> lines) {

	}

	record Asked(@NotNull UUID id, @Max(9) int quantity, @Nullable Colour colour,
			@Size(max = 40) @Nullable String note) {

	}

	record AskedLooser(@Nullable UUID id, int quantity, @Nullable MoreColours colour,
			@Size(max = 80) @Nullable String note, @Nullable String more) {

	}

	record AskedMore(@NotNull UUID id, @Max(9) int quantity, @NotNull Colour colour,
			@Size(max = 40) @Nullable String note, @NotBlank String more) {

	}

	record AskedTighter(@NotNull UUID id, @Positive @Max(5) int quantity, @Nullable FewerColours colour,
			@Size(max = 20) @Pattern(regexp = "[a-z]*") @Email @Nullable String note) {

	}

	static Stream<Arguments> said() {
		return Stream.of(arguments(Landed.class, List.of()), arguments(Extended.class, List.of()),
				arguments(Removed.class, List.of("quantity is gone")),
				arguments(Renamed.class,
						List.of("quantity is gone",
								"number is new and is now counted on, which older builds do not keep")),
				arguments(Retyped.class,
						List.of("quantity was integer int32 and is integer int64", "lines[].name is gone",
								"lines[].title is new and is now counted on, which older builds do not keep")),
				arguments(Loose.class, List.of("quantity was always there and may now be missing")),
				arguments(CountedOn.class,
						List.of("note could be left out and is now counted on, which older builds do not keep",
								"more is new and is now counted on, which older builds do not keep")),
				arguments(MoreColourful.class, List.of("colour can now be BLUE, which readers do not know")),
				arguments(LessColourful.class, List.of("colour can no longer be GREEN")));
	}

	@ParameterizedTest
	@MethodSource("said")
	void whatIsSaidMayGrowByWhatCanBeMissing(Class<?> now, List<String> breaks) {
		assertThat(Breaks.of(Schemas.record(Landed.class, Way.SAID), Schemas.record(now, Way.SAID), Way.SAID))
			.isEqualTo(breaks);
	}

	static Stream<Arguments> asked() {
		return Stream.of(arguments(Asked.class, List.of()), arguments(AskedLooser.class, List.of()),
				arguments(AskedMore.class,
						List.of("colour could be left out and is now required, which callers do not know",
								"more is new and is now required, which callers do not know")),
				arguments(AskedTighter.class,
						List.of("quantity has to keep to minimum 1", "quantity has to keep to maximum 5 instead of 9",
								"colour can no longer be GREEN", "note has to keep to maxLength 20 instead of 40",
								"note has to keep to pattern \"^(?:[a-z]*)$\"",
								"note has to keep to x-checks [\"Email\"]")));
	}

	@ParameterizedTest
	@MethodSource("asked")
	void whatIsAskedMayGetEasier(Class<?> now, List<String> breaks) {
		assertThat(Breaks.of(Schemas.record(Asked.class, Way.ASKED), Schemas.record(now, Way.ASKED), Way.ASKED))
			.isEqualTo(breaks);
	}

	@Test
	void operationsMayBeExtended() {
		assertThat(Breaks.ofExchange(exchange(Deliveries.class, "send"), exchange(DeliveriesExtended.class, "send")))
			.isEmpty();
	}

	@Test
	void operationsMayNotAskForMoreOrAnswerOtherwise() {
		assertThat(Breaks.ofExchange(exchange(Deliveries.class, "send"), exchange(DeliveriesBroken.class, "send")))
			.containsExactly("path[0] was string uuid and is string",
					"query.express could be left out and is now required, which callers do not know",
					"query.fragile is gone", "body.carrier is gone", "headers.Idempotency-Key is gone",
					"status was 201 and is 200", "answer.code was always there and may now be missing");
	}

	@Test
	void operationsAreKnownByMethodAndPath() {
		assertThat(Operation.of(method(Deliveries.class, "send")).address()).isEqualTo("PUT /api/broken/_");
		assertThat(Operation.of(method(DeliveriesExtended.class, "send")).address()).isEqualTo("PUT /api/broken/_");
	}

	@Test
	void saysWhatBrokeForWhom() {
		Path file = Path.of("orders", "events", "order-placed.v1.json");
		Shape now = new Shape(file, Set.of("cart"), Schemas.record(Removed.class, Way.SAID), Map.of());
		ObjectNode landed = Schemas.record(Landed.class, Way.SAID).put("title", "orders.order-placed.v1");
		landed.putArray("x-concerns").add("analytics");
		assertThat(Archive.broken(file, landed, now))
			.contains("orders.order-placed.v1 of orders: quantity is gone. This breaks analytics, cart");
		assertThat(Archive.broken(file, landed, null))
			.contains("orders.order-placed.v1 of orders: it is gone. This breaks analytics");
		assertThat(Archive.broken(file, landed.put("deprecated", true), null)).isEmpty();
		assertThat(Shapes.now().get(Path.of("products", "operations", "PUT.products.reservations._.json"))).isNotNull()
			.extracting(Shape::concerned)
			.isEqualTo(Set.of("orders"));
	}

	@Test
	void extendingKeepsInstances() {
		Path file = Path.of("orders", "events", "order-placed.v1.json");
		Shape first = shape(file, Landed.class);
		Shape second = shape(file, Extended.class);
		ObjectNode landed = Archive.extended(null, first);
		assertThat(landed.path("examples")).hasSize(1);
		assertThat(Archive.extended(landed, first)).isEqualTo(landed);
		JsonNode examples = Archive.extended(landed, second).path("examples");
		assertThat(examples).hasSize(2).contains(landed.path("examples").get(0));
	}

	/** On which the rules are built. */
	@Test
	void readersIgnoreWhatTheyDoNotKnowButNoConstants() {
		String line = "{\"name\":\"A\",\"unheard\":{\"of\":1}}";
		assertThat(Wire.JSON.readValue(line, Line.class)).isEqualTo(new Line("A"));
		assertThat(Wire.JSON.readValue("{}", Line.class).name()).isNull();
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> Wire.JSON.readValue("\"BLUE\"", Colour.class));
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> Wire.JSON.readValue("{}", Quantity.class));
	}

	record Quantity(int number) {

	}

	private static Shape shape(Path file, Class<?> type) {
		return new Shape(file, Set.of(), Schemas.record(type, Way.SAID), Map.of("", Instance.of(type)));
	}

	private static ObjectNode exchange(Class<?> contract, String name) {
		return Operation.of(method(contract, name)).schema();
	}

	private static Method method(Class<?> contract, String name) {
		return Optional.of(contract.getDeclaredMethods()[0]).filter((it) -> it.getName().equals(name)).orElseThrow();
	}

}

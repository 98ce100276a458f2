package io.pangea.journeys;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import org.jmolecules.ddd.types.Identifier;
import org.joda.money.Money;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ContainerNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.web.bind.annotation.RequestBody;

/**
 * Bodies of requests: one that is valid for each endpoint, and all sorts of spoilt ones.
 */
final class Bodies {

	private static final JsonMapper JSON = new JsonMapper();

	private static final Map<String, String> VALID = Map.ofEntries(
			Map.entry("Registration", "{'email':'bad-%id@pangea.example','password':'long enough','name':'A'}"),
			Map.entry("Credentials", "{'email':'bad-%id@pangea.example','password':'long enough'}"),
			Map.entry("PostalAddress",
					"{'recipient':'A','line1':'B','line2':'C','city':'D','region':'E','postalCode':'1','country':'US'}"),
			Map.entry("List<Role>", "['CUSTOMER']"), //
			Map.entry("CartItem", "{'productId':'%id','quantity':1}"),
			Map.entry("List<CartItem>", "[{'productId':'%id','quantity':1}]"),
			Map.entry("PlaceOrder",
					"{'cart':'%id','email':'bad@pangea.example','deliveryOption':'standard','paymentToken':'tok_success',"
							+ "'address':{'recipient':'A','line1':'B','line2':'C','city':'D','region':'E','postalCode':'1',"
							+ "'country':'US'},'shownTotal':{'amount':100,'currency':'USD'}}"),
			Map.entry("Shipment", "{'carrier':'A','trackingCode':'B'}"),
			Map.entry("Refund", "{'amount':{'amount':1,'currency':'USD'},'reason':'A'}"),
			Map.entry("PaymentRequest",
					"{'amount':{'amount':1,'currency':'USD'},'reference':'A','token':'tok_success'}"),
			Map.entry("RefundRequest", "{'amount':{'amount':1,'currency':'USD'}}"),
			Map.entry("Category", "{'slug':'some','name':'A','parent':'nowhere','position':1,'names':{'pt-BR':'B'}}"),
			Map.entry("ProductDescription",
					"{'sku':'BAD-%id','name':'A','description':'B','category':'nowhere','brand':'C','kind':'PHYSICAL',"
							+ "'price':{'amount':1,'currency':'USD'},'images':['/a.svg'],'attributes':{'Material':'D'},"
							+ "'translations':{'pt-BR':{'name':'E','description':'F'}},'status':'ACTIVE'}"),
			Map.entry("VideoDescription",
					"{'title':'A','originalTitle':'B','synopsis':'C','translations':{'pt-BR':{'title':'D','synopsis':'E'}},"
							+ "'genres':['drama'],'cast':[{'name':'F','role':'G'}],'year':2001,'minimumAge':12,"
							+ "'access':'FREE','episode':{'series':'nowhere','season':1,'number':1},"
							+ "'availability':{'from':'2001-01-01T00:00:00Z','until':'2002-01-01T00:00:00Z',"
							+ "'regions':['US']}}"),
			Map.entry("Series",
					"{'slug':'some','title':'A','synopsis':'B','translations':{'pt-BR':{'title':'C','synopsis':'D'}}}"),
			Map.entry("VideoCollection",
					"{'slug':'some','title':'A','titles':{'pt-BR':'B'},'position':1,'videos':['%id']}"),
			Map.entry("Rating", "{'stars':5}"), //
			Map.entry("PlaybackRequest", "{'videoId':'%id','device':'A'}"),
			Map.entry("Beat", "{'at':1,'position':1,'watched':1,'startup':1,'stalls':1,'stalled':1}"),
			Map.entry("AgeLimit", "{'maximumAge':12}"), //
			Map.entry("NewUpload", "{'size':100,'checksum':'%s'}".formatted("a".repeat(64))),
			Map.entry("Beacons",
					"{'consent':true,'session':'bad-input','beacons':[{'id':'%id','occurredAt':'%now','type':'PAGE_VIEWED',"
							+ "'page':'/','product':'%id','film':'%id','order':'%id','placement':'home'}]}"),
			Map.entry("ReservationRequest", "{'lines':[{'productId':'%id','quantity':1}],'holdFor':'PT1M'}"));

	private Bodies() {
	}

	/**
	 * A body after something in it was spoilt; {@code field} is what the answer has to
	 * name.
	 */
	record Spoilt(String what, String field, String json) {

	}

	static Type type(Endpoint endpoint) {
		return endpoint.parameters(RequestBody.class).getFirst().getParameterizedType();
	}

	static JsonNode valid(Endpoint endpoint) {
		String type = type(endpoint).getTypeName().replaceAll("[a-z.]+\\.([A-Z])", "$1");
		String text = Objects.requireNonNull(VALID.get(type), () -> "What is a valid " + type + "?");
		return JSON.readTree(text.replace('\'', '"')
			.replace("%id", UUID.randomUUID().toString())
			.replace("%now", Instant.now().toString()));
	}

	/**
	 * The valid body with one thing in it wrong, in every way there is for every field.
	 */
	static List<Spoilt> spoilt(Endpoint endpoint) {
		List<Spoilt> all = new ArrayList<>();
		JsonNode root = valid(endpoint);
		visit(type(endpoint), root, "", (what, field) -> all.add(new Spoilt(what, field, root.toString())));
		return all;
	}

	private static void visit(Type type, JsonNode node, String at, BiConsumer<String, String> spoilt) {
		if (type instanceof Class<?> record && record.isRecord()) {
			for (RecordComponent component : record.getRecordComponents()) {
				if (node.has(component.getName())) {
					visitField(record, component, (ObjectNode) node, at, spoilt);
				}
			}
		}
		else if (node instanceof ArrayNode array && type instanceof ParameterizedType list) {
			spoilElement(list.getActualTypeArguments()[0], array, at + "[0]", spoilt);
		}
		else if (node instanceof ObjectNode map && type instanceof ParameterizedType entries) {
			String key = map.propertyNames().iterator().next();
			spoil(entries.getActualTypeArguments()[1], map, key, at, spoilt);
		}
	}

	private static void visitField(Class<?> record, RecordComponent component, ObjectNode node, String at,
			BiConsumer<String, String> spoilt) {
		String name = component.getName();
		String field = at.isEmpty() ? name : at + "." + name;
		if (required(record, component)) {
			JsonNode kept = node.remove(name);
			spoilt.accept(field + " missing", field);
			node.set(name, kept);
			node.putNull(name);
			spoilt.accept(field + " null", field);
			node.set(name, kept);
		}
		spoil(component.getGenericType(), node, name, field, spoilt);
	}

	private static boolean required(Class<?> record, RecordComponent component) {
		try {
			var field = record.getDeclaredField(component.getName());
			return (component.getType().isPrimitive() && !component.getName().equals("position"))
					|| Stream.of(NotNull.class, NotBlank.class, NotEmpty.class).anyMatch(field::isAnnotationPresent);
		}
		catch (NoSuchFieldException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void spoil(Type type, ObjectNode parent, String name, String field,
			BiConsumer<String, String> spoilt) {
		JsonNode kept = parent.get(name);
		for (String wrong : wrong(type, field)) {
			parent.set(name, JSON.readTree(wrong));
			spoilt.accept(field + " = " + shown(wrong), field);
		}
		parent.set(name, kept);
		if (kept instanceof ContainerNode) {
			visit(type, kept, field, spoilt);
		}
	}

	private static void spoilElement(Type type, ArrayNode parent, String field, BiConsumer<String, String> spoilt) {
		JsonNode kept = parent.get(0);
		for (String wrong : Stream.concat(Stream.of("null"), wrong(type, field).stream()).toList()) {
			parent.set(0, JSON.readTree(wrong));
			spoilt.accept(field + " = " + shown(wrong), field);
		}
		parent.set(0, kept);
		visit(type, kept, field, spoilt);
	}

	private static String shown(String json) {
		return (json.length() > 60) ? json.substring(0, 40) + "… (" + json.length() + ")" : json;
	}

	/** JSON that cannot stand for a value of a type. */
	private static Set<String> wrong(Type type, String field) {
		if (type.equals(String.class)) {
			return Set.of("{}", "[1,2]", "\"" + "x".repeat(50_000) + "\"", "\"nul\\u0000\"");
		}
		if (type.equals(int.class) || type.equals(long.class)) {
			Set<String> wrong = Set.of("-1", "2147483648", "99999999999999999999", "1e400", "1.5", "\"x\"", "{}",
					"[1,2]");
			return field.equals("position") ? Set.copyOf(wrong.stream().filter((it) -> !it.equals("-1")).toList())
					: wrong;
		}
		if (type.equals(Money.class)) {
			return Set.of("{}", "[]", "\"1.00 USD\"", "7", money("1.5", "\"USD\""), money("1e400", "\"USD\""),
					money("9223372036854775807", "\"USD\""), money("99999999999999999999", "\"USD\""),
					money("\"x\"", "\"USD\""), money("null", "\"USD\""), money("1", "\"QQQ\""), money("1", "\"\""),
					money("1", "\"usd\\u0000\""), money("1", "{}"), money("1", "null"), money("-1e15000", "\"USD\""),
					"{\"amount\":1}", "{\"currency\":\"USD\"}");
		}
		if (type.equals(Instant.class)) {
			return Set.of("\"x\"", "{}", "[1,2]", "\"2001-13-01T00:00:00Z\"", "\"+1000000000-12-31T23:59:59Z\"",
					"\"-4000-01-01T00:00:00Z\"");
		}
		if (type instanceof Class<?> known && known.isEnum()) {
			return Set.of("\"NONSENSE\"", "\"\"", "99", "{}", "[1,2]");
		}
		if (type instanceof Class<?> known && Identifier.class.isAssignableFrom(known)) {
			return Set.of("\"not-an-id\"", "\"\"", "\"' or 1=1 --\"", "7", "{}", "[1,2]",
					"\"00000000-0000-0000-0000-00000000000g\"");
		}
		return Set.of("7", "\"x\"");
	}

	private static String money(String amount, String currency) {
		return "{\"amount\":%s,\"currency\":%s}".formatted(amount, currency);
	}

}

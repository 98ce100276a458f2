// Tells the shop what happened on this page. It is on the page only while the visitor agrees.
(() => {
	const VISIT = "visit";
	const MOST = 50;
	const script = document.getElementById("beacons");
	// By the shop's clock, since visitors' clocks may be wrong.
	const ahead = Date.now() - Number(script.dataset.now);
	const waiting = [];
	let timer;

	// crypto.randomUUID is there on https only.
	const uuid = () => {
		const bytes = crypto.getRandomValues(new Uint8Array(16));
		bytes[6] = (bytes[6] & 0x0f) | 0x40;
		bytes[8] = (bytes[8] & 0x3f) | 0x80;
		const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
		return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
	};
	const remember = (key, value) => {
		try {
			sessionStorage.setItem(key, value);
		} catch {
			// Storage may be full or forbidden.
		}
		return value;
	};
	const recall = (key) => {
		try {
			return sessionStorage.getItem(key);
		} catch {
			return null;
		}
	};
	const forget = (key) => {
		try {
			sessionStorage.removeItem(key);
		} catch {
			// As above.
		}
	};
	const session = recall(VISIT) ?? remember(VISIT, uuid());

	const send = () => {
		clearTimeout(timer);
		timer = undefined;
		while (waiting.length > 0) {
			const body = JSON.stringify({ consent: true, session, beacons: waiting.splice(0, MOST) });
			const url = "/api/analytics/beacons";
			if (!navigator.sendBeacon?.(url, new Blob([body], { type: "application/json" }))) {
				fetch(url, { method: "POST", headers: { "Content-Type": "application/json" }, credentials: "omit", keepalive: true, body }).catch(() => {});
			}
		}
	};
	const tell = (type, about = {}) => {
		waiting.push({ id: uuid(), occurredAt: new Date(Date.now() - ahead).toISOString(), type, page: location.pathname.slice(0, 200), ...about });
		timer ??= setTimeout(send, 1000);
	};
	addEventListener("pagehide", send);
	document.addEventListener("visibilitychange", () => {
		if (document.visibilityState === "hidden") {
			send();
		}
	});

	const searched = () => {
		if (/^\/(search|films)$/.test(location.pathname) && (new URLSearchParams(location.search).get("q") ?? "").trim()) {
			tell("SEARCH_MADE");
		}
	};
	const viewed = () => {
		const { viewedProduct, viewedFilm } = document.getElementById("main")?.dataset ?? {};
		tell("PAGE_VIEWED");
		searched();
		if (viewedProduct) {
			tell("PRODUCT_VIEWED", { product: viewedProduct });
		}
		if (viewedFilm) {
			tell("FILM_VIEWED", { film: viewedFilm });
		}
		if (location.pathname === "/checkout/address") {
			tell("CHECKOUT_STARTED");
		}
	};

	// An order's page may be looked at again.
	const placed = () => {
		const order = document.querySelector("[data-placed-order]")?.dataset.placedOrder;
		if (order && recall(`placed-${order}`) === null) {
			remember(`placed-${order}`, "told");
			tell("ORDER_PLACED", { order });
			send();
		}
	};

	// A form that leads to the cart has filled it unless the cart says otherwise.
	const FILLING = "filling";
	const isFilling = (form) => form instanceof HTMLFormElement && new URL(form.action).pathname === "/cart/items";
	const filled = (product) => tell("CART_FILLED", product ? { product } : {});
	const arrived = () => {
		const product = recall(FILLING);
		if (product !== null) {
			forget(FILLING);
			if (location.pathname === "/cart" && !document.querySelector("#cart [role=alert]")) {
				filled(product);
			}
		}
	};
	document.addEventListener("submit", (event) => {
		if (isFilling(event.target) && !event.target.hasAttribute("hx-post")) {
			remember(FILLING, event.target.elements.productId?.value ?? "");
		}
	});
	document.addEventListener("htmx:afterRequest", (event) => {
		const { elt, successful, xhr } = event.detail;
		if (successful && isFilling(elt) && !xhr.responseText.includes("notice--error")) {
			filled(elt.elements.productId?.value);
		}
	});
	document.addEventListener("htmx:afterSettle", placed);
	document.addEventListener("htmx:pushedIntoHistory", () => {
		tell("PAGE_VIEWED");
		searched();
	});

	const recommended = (card) => {
		const { placement, recommendedProduct: product, recommendedFilm: film } = card.dataset;
		return { placement, ...(product ? { product } : { film }) };
	};
	const CARDS = "[data-placement]";
	const seen = new IntersectionObserver((entries) => {
		for (const { isIntersecting, target } of entries) {
			if (isIntersecting) {
				seen.unobserve(target);
				tell("RECOMMENDATION_SHOWN", recommended(target));
			}
		}
	}, { threshold: 0.5 });
	document.querySelectorAll(CARDS).forEach((card) => seen.observe(card));
	for (const type of ["click", "auxclick"]) {
		document.addEventListener(type, (event) => {
			const card = event.target.closest?.("a")?.closest(CARDS);
			if (card && event.button < 2) {
				tell("RECOMMENDATION_CLICKED", recommended(card));
				send();
			}
		});
	}

	viewed();
	arrived();
	placed();
})();

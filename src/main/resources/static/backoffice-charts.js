// Draws the pictures above the tables, with the words that stand in the tables, and keeps them up to date.
(() => {
	const area = document.querySelector(".charts[data-url]");
	if (!area || !window.echarts) {
		return;
	}
	const language = document.documentElement.lang;
	const drawn = new Map();
	const dark = window.matchMedia("(prefers-color-scheme: dark)");
	const colour = (name) => getComputedStyle(document.body).getPropertyValue(name).trim();
	const sections = () => Array.from(area.querySelectorAll("[data-chart]"));

	const digits = (currency) => new Intl.NumberFormat(language, { style: "currency", currency })
		.resolvedOptions().maximumFractionDigits;
	const number = (value, unit) => {
		if (value === null || value === undefined) {
			return null;
		}
		if (unit === "percent") {
			return value / 100;
		}
		if (unit === "seconds" || unit === "minutes") {
			return Math.round(100 * value / (unit === "minutes" ? 60 : 3600)) / 100;
		}
		return /^[A-Z]{3}$/.test(unit) ? value / 10 ** digits(unit) : value;
	};
	const words = (value, unit) => {
		if (value === null || value === undefined) {
			return "–";
		}
		if (/^[A-Z]{3}$/.test(unit)) {
			return new Intl.NumberFormat(language, { style: "currency", currency: unit }).format(value);
		}
		const text = new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);
		return text + ({ percent: "%", seconds: " h", minutes: " min", milliseconds: " ms" }[unit] || "");
	};

	/** Hours are for what took hours. */
	const fitting = (line) => (line.unit === "seconds" && Math.max(...line.values) < 7200 ? { ...line, unit: "minutes" } : line);

	const draw = (section, { lines, ...rest }) => {
		const chart = { ...rest, lines: lines.map(fitting) };
		const picture = section.querySelector(".chart__picture");
		const nothing = chart.lines.every((line) => line.values.every((value) => !value));
		picture.hidden = nothing;
		if (nothing) {
			return;
		}
		let instance = drawn.get(chart.id);
		if (!instance) {
			picture.replaceChildren();
			instance = echarts.init(picture);
			drawn.set(chart.id, instance);
		}
		const lying = chart.kind === "steps";
		const names = Array.from(section.querySelectorAll("thead th"), (it) => it.textContent).slice(1);
		const labels = Array.from(section.querySelectorAll("tbody th"), (it) => it.textContent);
		const unit = chart.lines[0].unit;
		const axisText = { color: colour("--soft"), hideOverlap: true };
		const categories = { type: "category", data: labels, inverse: lying, axisLabel: axisText,
			axisLine: { lineStyle: { color: colour("--line") } }, axisTick: { show: false } };
		const values = { type: "value", minInterval: unit === "count" ? 1 : 0,
			axisLabel: { ...axisText, formatter: (value) => words(value, unit) },
			splitLine: { lineStyle: { color: colour("--line") } } };
		instance.setOption({
			animation: !window.matchMedia("(prefers-reduced-motion: reduce)").matches,
			color: [colour("--accent"), colour("--warn"), colour("--good"), colour("--bad")],
			textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
			grid: { left: 28, right: 28, top: names.length > 1 ? 36 : 16, bottom: 8, containLabel: true },
			legend: names.length > 1 ? { top: 0, left: 0, textStyle: { color: colour("--ink") } } : undefined,
			tooltip: { trigger: "axis", renderMode: "richText", confine: true, backgroundColor: colour("--surface"),
				borderColor: colour("--line"), textStyle: { color: colour("--ink") },
				formatter: (points) => [points[0].name, ...points.map((point) => point.seriesName + ": "
					+ words(point.value, chart.lines[point.seriesIndex].unit))].join("\n") },
			xAxis: lying ? values : categories,
			yAxis: lying ? categories : values,
			series: chart.lines.map((line, index) => ({ name: names[index], type: chart.kind === "line" ? "line" : "bar",
				data: line.values.map((value) => number(value, line.unit)), smooth: false, symbolSize: 5,
				showSymbol: line.values.length < 40, barMaxWidth: 36, connectNulls: false,
				label: lying ? { show: true, position: "right", color: colour("--ink"),
					formatter: (point) => words(point.value, line.unit) } : undefined }))
		}, true);
	};

	const load = async () => {
		try {
			const response = await fetch(area.dataset.url, { headers: { Accept: "application/json" } });
			if (!response.ok) {
				throw new Error(String(response.status));
			}
			const charts = await response.json();
			for (const section of sections()) {
				const chart = charts.find((it) => it.id === section.dataset.chart);
				if (chart) {
					draw(section, chart);
				}
			}
		}
		catch (error) {
			for (const section of sections()) {
				const picture = section.querySelector(".chart__picture");
				if (!drawn.has(section.dataset.chart) && picture.hidden === false) {
					const text = document.createElement("p");
					text.className = "nothing";
					text.textContent = area.dataset.failed;
					picture.replaceChildren(text);
				}
			}
		}
	};

	for (const section of sections()) {
		section.querySelector(".chart__picture").hidden = section.querySelector(".chart__nothing") !== null;
	}
	load();
	setInterval(() => document.hidden || load(), 30000);
	dark.addEventListener("change", load);
	window.addEventListener("resize", () => drawn.forEach((it) => it.resize()));
})();

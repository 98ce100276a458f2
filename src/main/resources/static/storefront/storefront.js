// Says so when a request made by htmx fails; everything else works without this file.
(() => {
	const notice = () => document.getElementById("notice");
	const fail = () => {
		const area = notice();
		if (!area) {
			return;
		}
		const text = document.createElement("p");
		text.className = "notice notice--error wrap";
		text.textContent = document.body.dataset.failure;
		area.replaceChildren(text);
	};
	document.addEventListener("htmx:sendError", fail);
	document.addEventListener("htmx:responseError", fail);
	document.addEventListener("htmx:timeout", fail);
	const errors = document.getElementById("form-errors");
	if (errors) {
		errors.focus();
	}
})();

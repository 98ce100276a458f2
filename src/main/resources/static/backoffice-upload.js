// Sends a film in parts and goes on where it was cut off. Without this file the form sends it all at once.
(() => {
	const WHOLE_FILE_CHECKED = 256 * 1024 * 1024;
	const form = document.querySelector("form[data-upload]");
	if (!form) {
		return;
	}
	const url = form.dataset.upload;
	const words = form.querySelector(".upload__words");
	const area = form.querySelector(".upload__progress");
	const bar = area.querySelector("progress");
	const button = form.querySelector("button");
	const input = form.querySelector("input[type=file]");
	const token = form.querySelector("input[name=_csrf]").value;
	const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
	let sending = false;

	window.addEventListener("beforeunload", (event) => {
		if (sending) {
			event.preventDefault();
		}
	});

	const say = (key, detail) => {
		const text = form.dataset[key] + (detail ? " " + detail : "");
		if (words.textContent !== text) {
			words.textContent = text;
		}
	};

	// Answers of the store pass; a store that cannot be reached, or is in trouble, is asked again.
	const ask = async (path, options) => {
		for (let failures = 0; ; failures++) {
			try {
				const response = await fetch(url + path, { ...options, redirect: "error",
					headers: { ...(options.headers || {}), "X-XSRF-TOKEN": token, Accept: "application/json" } });
				if (response.status < 500) {
					return response;
				}
			}
			catch (error) {
				console.info("The film is not going on:", String(error));
			}
			say("waiting");
			await pause(Math.min(1000 * 2 ** Math.min(failures, 4), 15000));
			if (options.method === "PUT" && path.startsWith("/part")) {
				return { status: 409, resume: true };
			}
		}
	};

	const checksum = async (file) => {
		if (file.size > WHOLE_FILE_CHECKED || !window.crypto || !crypto.subtle) {
			return null;
		}
		const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
		return Array.from(digest, (it) => it.toString(16).padStart(2, "0")).join("");
	};

	const send = async (file) => {
		const begun = await ask("", { method: "PUT", headers: { "Content-Type": "application/json" },
			body: JSON.stringify({ size: file.size, checksum: await checksum(file) }) });
		if (begun.status !== 200) {
			return begun.status === 413 ? "tooLarge" : "failed";
		}
		let upload = await begun.json();
		while (upload.offset < upload.size) {
			const percent = Math.floor(upload.offset * 100 / upload.size);
			bar.value = percent;
			say("sending", percent + " %");
			const end = Math.min(upload.offset + Math.min(upload.largestPart, 4 * 1024 * 1024), upload.size);
			const answer = await ask("/part?offset=" + upload.offset, { method: "PUT",
				headers: { "Content-Type": "application/octet-stream" }, body: file.slice(upload.offset, end) });
			if (answer.status === 200) {
				upload = await answer.json();
			}
			else if (answer.status === 409) {
				const now = await ask("", { method: "GET" });
				if (now.status !== 200) {
					return "failed";
				}
				upload = await now.json();
			}
			else {
				return "failed";
			}
		}
		bar.value = 100;
		say("checking");
		const finished = await ask("/finished", { method: "PUT" });
		return finished.status < 300 ? "" : "failed";
	};

	form.addEventListener("submit", async (event) => {
		event.preventDefault();
		const file = input.files[0];
		if (!file || file.size === 0) {
			say("missing");
			input.focus();
			return;
		}
		sending = true;
		button.disabled = true;
		input.disabled = true;
		area.hidden = false;
		let problem = "failed";
		try {
			problem = await send(file);
		}
		catch (error) {
			console.info("The film cannot be sent:", String(error));
		}
		sending = false;
		if (!problem) {
			window.location.assign(window.location.pathname);
			return;
		}
		button.disabled = false;
		input.disabled = false;
		area.hidden = true;
		say(problem);
	});
})();

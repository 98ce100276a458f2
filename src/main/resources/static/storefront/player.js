// Plays a film: opens a session, keeps its ticket fresh, says every few seconds how it stands, and ends it.
// What is said to the viewer comes with the page or from the server.
(() => {
	const player = document.getElementById("player");
	const video = document.getElementById("film");
	const quality = document.getElementById("quality");
	const captions = document.getElementById("captions");
	const sound = document.getElementById("sound");
	const seek = document.getElementById("seek");
	const speed = document.getElementById("speed");
	const problem = document.getElementById("player-problem");
	const end = document.getElementById("player-end");
	const words = player.dataset;
	const token = player.elements._csrf.value;

	let session = null;
	let opening = null;
	let openingKey = null;
	let master = null;
	let hls = null;
	let native = false;
	let renewal = 0;
	let stale = 0;
	let renewing = null;
	let retry = 0;
	let away = false;
	let recoveries = 0;
	let numbers = 0;
	let opened = 0;
	let asked = 0;
	let startup = null;
	let stalls = 0;
	let stalled = 0;
	let stalling = null;
	let watched = 0;
	let last = null;
	let told = true;
	let wantsToPlay = true;

	const now = () => performance.now();

	const key = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (it) => it.toString(16).padStart(2, "0")).join("");

	/** A refusal has the words for it, everything else is a lost connection. */
	class Refused extends Error {
		constructor(name, text) {
			super(text);
			this.problem = name;
		}
	}

	async function answered(response) {
		if (response.ok) {
			return response.status === 204 ? null : response.json();
		}
		const refusal = await response.json().catch(() => null);
		if (refusal && refusal.problem) {
			throw new Refused(refusal.problem, refusal.text);
		}
		throw response.status >= 500 ? new Error("Status " + response.status) : new Refused("broken", words.broken);
	}

	const form = (fields) => new URLSearchParams({ _csrf: token, ...fields });

	const post = (path, fields, keepalive) => fetch(path, { method: "POST", body: form(fields), keepalive: Boolean(keepalive) }).then(answered);

	function beat() {
		const stalledNow = stalling === null ? 0 : now() - stalling;
		return {
			at: Math.round(now() - opened),
			position: Math.floor(video.currentTime),
			watched: Math.floor(watched),
			startup: startup === null ? "" : Math.round(startup),
			stalls,
			stalled: Math.round(stalled + stalledNow)
		};
	}

	function say(text, again) {
		document.getElementById("player-problem-text").textContent = text;
		document.getElementById("player-again").hidden = again === false;
		problem.hidden = false;
	}

	/** Nothing more plays until the viewer says so; others may have this place. */
	function halt(text) {
		found();
		leave();
		clearTimeout(renewal);
		video.pause();
		if (hls) {
			hls.stopLoad();
		}
		wantsToPlay = false;
		showPage();
		say(text);
	}

	/** What is to be said or offered stands beside the film, and a film in full screen hides it. */
	function showPage() {
		if (document.fullscreenElement) {
			document.exitFullscreen();
		}
	}

	function failed(error, goOn) {
		if (error instanceof Refused) {
			openingKey = null;
			if (error.problem === "over") {
				session = null;
				setTimeout(open);
				return;
			}
			if (error.problem !== "unavailable") {
				halt(error.message);
				return;
			}
		}
		lost(goOn);
	}

	/** The network, or somebody on it, is away: tried again until it is back. What is loaded plays on meanwhile. */
	function lost(goOn) {
		away = true;
		if (video.paused || video.readyState < HTMLMediaElement.HAVE_FUTURE_DATA) {
			say(words.lost);
		}
		clearTimeout(retry);
		retry = setTimeout(goOn, 3000);
	}

	function found() {
		away = false;
		problem.hidden = true;
		clearTimeout(retry);
	}

	function use(ticket) {
		master = ticket.master;
		clearTimeout(renewal);
		stale = now() + ticket.renewIn;
		renewal = setTimeout(() => (video.paused ? null : renew()), ticket.renewIn);
		player.dataset.renewals = String(Number(player.dataset.renewals || 0) + 1);
	}

	/** The address a file has with the ticket of now. */
	const fresh = (url) => url.replace(/\/media\/[^/]+\//, "/media/" + master.split("/media/")[1].split("/")[0] + "/");

	function renew() {
		if (!session) {
			return open();
		}
		renewing ??= fetch(`/watch/sessions/${session}/ticket`).then(answered).then((ticket) => {
			use(ticket);
			goOn();
		}).catch((error) => failed(error, renew)).finally(() => {
			renewing = null;
		});
		return renewing;
	}

	/** Sound may have run on where no picture was loaded; whoever starts to load there leaves a hole before it. */
	function backToPicture() {
		const at = video.currentTime;
		const loaded = Array.from({ length: video.buffered.length }, (_, it) => ({ from: video.buffered.start(it), to: video.buffered.end(it) }));
		const before = loaded.findLast((it) => it.from <= at);
		if (before && before.to <= at && at - before.to < 10) {
			video.currentTime = Math.max(before.from, before.to - 0.1);
		}
	}

	/** After it could not be read on. */
	function goOn() {
		const waited = away || !problem.hidden;
		found();
		if (hls) {
			if (hls.levels.length === 0) {
				hls.loadSource(master);
			}
			else if (waited) {
				backToPicture();
				hls.startLoad(video.currentTime);
			}
		}
		else if (native && video.error) {
			const at = video.currentTime;
			video.src = master;
			video.addEventListener("loadedmetadata", () => {
				video.currentTime = at;
			}, { once: true });
		}
		if (waited && wantsToPlay) {
			play();
		}
	}

	function open() {
		if (opening) {
			return opening;
		}
		const first = master === null;
		asked = now();
		// The same until it is answered: an opening whose answer is lost took a place already.
		openingKey ??= key();
		opening = post(player.getAttribute("action"), { key: openingKey }).then((seat) => {
			openingKey = null;
			session = seat.session;
			opened = now();
			numbers = 0;
			startup = null;
			stalls = 0;
			stalled = 0;
			watched = 0;
			use(seat);
			every(seat.beatEvery);
			if (first) {
				attach(words.start === "true" ? 0 : seat.position);
			}
			else {
				goOn();
			}
		}).catch((error) => failed(error, open)).finally(() => {
			opening = null;
		});
		return opening;
	}

	let timer = 0;

	function every(seconds) {
		clearInterval(timer);
		timer = setInterval(() => tell(), seconds * 1000);
	}

	function tell() {
		if (!session || (video.paused && told)) {
			return;
		}
		told = video.paused;
		numbers += 1;
		post(`/watch/sessions/${session}/beats/${numbers}`, beat(), true).catch((error) => {
			if (error instanceof Refused && error.problem === "over" && !video.paused) {
				session = null;
				open();
			}
			// A beat that is lost is made up for by the next.
		});
	}

	function leave() {
		if (!session) {
			return;
		}
		const path = `/watch/sessions/${session}/end`;
		session = null;
		clearTimeout(renewal);
		if (!navigator.sendBeacon(path, form(beat()))) {
			post(path, beat(), true).catch(() => {});
		}
	}

	function play() {
		return video.play().catch(() => {
			// Browsers let nobody be surprised by sound: the viewer presses play.
			asked = 0;
		});
	}

	function attach(position) {
		if (window.Hls && Hls.isSupported()) {
			withScript(position);
		}
		else if (video.canPlayType("application/vnd.apple.mpegurl")) {
			natively(position);
		}
		else {
			say(words.unsupported, false);
			leave();
			return;
		}
		play();
	}

	function option(select, value, text) {
		const made = document.createElement("option");
		made.value = value;
		made.textContent = text;
		select.append(made);
		return made;
	}

	function withScript(position) {
		hls = new Hls({
			enableWorker: false,
			startPosition: position > 0 ? position : -1,
			xhrSetup: (xhr, url) => xhr.open("GET", fresh(url), true)
		});
		player.hls = hls;
		hls.on(Hls.Events.MANIFEST_PARSED, () => {
			quality.replaceChildren();
			option(quality, -1, words.automatic);
			hls.levels.map((level, index) => ({ index, height: level.height })).sort((a, b) => b.height - a.height)
				.forEach((it) => option(quality, it.index, it.height + "p"));
			quality.value = "-1";
			quality.closest("label").hidden = false;
		});
		hls.on(Hls.Events.LEVEL_SWITCHED, (_, data) => {
			const height = hls.levels[data.level].height;
			player.dataset.height = height;
			quality.options[0].textContent = hls.autoLevelEnabled ? words.automaticNow.replace("%", height + "p") : words.automatic;
		});
		hls.on(Hls.Events.SUBTITLE_TRACKS_UPDATED, () => {
			const language = readBefore();
			const wanted = hls.subtitleTracks.findIndex((it) => it.lang === language);
			if (wanted >= 0) {
				hls.subtitleTrack = wanted;
			}
			list(captions, hls.subtitleTracks, wanted >= 0 ? wanted : hls.subtitleTrack, words.off);
		});
		hls.on(Hls.Events.SUBTITLE_TRACK_SWITCH, (_, data) => {
			captions.value = String(data.id);
		});
		hls.on(Hls.Events.AUDIO_TRACKS_UPDATED, () => list(sound, hls.audioTracks, hls.audioTrack, null));
		hls.on(Hls.Events.AUDIO_TRACK_SWITCHED, () => {
			sound.value = String(hls.audioTrack);
		});
		hls.on(Hls.Events.ERROR, (_, data) => {
			if (data.fatal) {
				broken(data);
			}
		});
		hls.loadSource(master);
		hls.attachMedia(video);
	}

	function broken(data) {
		const status = data.response ? data.response.code : 0;
		if (data.type === Hls.ErrorTypes.NETWORK_ERROR) {
			if (status >= 400 && status < 500 && recoveries < 3) {
				recoveries += 1;
				away = true;
				renew();
			}
			else if (status >= 400 && status < 500) {
				halt(words.broken);
			}
			else {
				lost(renew);
			}
		}
		else if (data.type === Hls.ErrorTypes.MEDIA_ERROR && recoveries < 3) {
			recoveries += 1;
			hls.recoverMediaError();
			// The element starts over with a new source, and that pauses it.
			if (wantsToPlay) {
				play();
			}
		}
		else {
			halt(words.broken);
		}
	}

	/** The language of the subtitles that were chosen last, none included; storage may be full or forbidden. */
	function readBefore() {
		try {
			return localStorage.getItem("captions");
		}
		catch {
			return null;
		}
	}

	function keepReading(language) {
		try {
			localStorage.setItem("captions", language);
		}
		catch {
			// As above.
		}
	}

	function list(select, tracks, chosen, none) {
		select.replaceChildren();
		if (none !== null) {
			option(select, -1, none);
		}
		tracks.forEach((track, index) => {
			option(select, index, track.name || track.label || track.lang).lang = track.lang || "";
		});
		select.value = String(chosen);
		select.disabled = tracks.length === 0;
		select.closest("label").hidden = tracks.length < (none === null ? 2 : 1);
	}

	/** The browser itself knows HLS, and chooses the quality, too. */
	function natively(position) {
		native = true;
		video.src = master;
		video.addEventListener("loadedmetadata", () => {
			if (position > 0) {
				video.currentTime = position;
			}
		}, { once: true });
		video.addEventListener("error", renew);
		const show = () => list(captions, Array.from(video.textTracks, (it) => ({ name: it.label, lang: it.language })),
			Array.from(video.textTracks).findIndex((it) => it.mode === "showing"), words.off);
		video.textTracks.addEventListener("addtrack", show);
		video.textTracks.addEventListener("change", show);
	}

	quality.addEventListener("change", () => {
		hls.nextLevel = Number(quality.value);
	});
	captions.addEventListener("change", () => {
		keepReading(captions.selectedOptions[0].lang);
		if (hls) {
			hls.subtitleTrack = Number(captions.value);
		}
		else {
			Array.from(video.textTracks).forEach((it, index) => {
				it.mode = index === Number(captions.value) ? "showing" : "disabled";
			});
		}
	});
	sound.addEventListener("change", () => {
		hls.audioTrack = Number(sound.value);
	});
	speed.addEventListener("change", () => {
		video.playbackRate = Number(speed.value);
	});
	player.addEventListener("submit", (event) => event.preventDefault());

	seek.addEventListener("change", () => {
		if (!end.hidden) {
			play();
		}
	});

	video.addEventListener("play", () => {
		wantsToPlay = true;
		told = false;
		end.hidden = true;
		if (asked === 0) {
			asked = now();
		}
		if (session && now() > stale) {
			renew();
		}
		else if (!session && problem.hidden) {
			open();
		}
	});
	video.addEventListener("pause", () => {
		last = null;
		wantsToPlay = false;
		if (!video.ended && !video.seeking) {
			tell();
		}
	});
	video.addEventListener("playing", () => {
		startup ??= now() - asked;
		if (stalling !== null) {
			stalled += now() - stalling;
			stalling = null;
		}
		recoveries = 0;
	});
	video.addEventListener("waiting", () => {
		if (away || !navigator.onLine) {
			lost(renew);
		}
		if (startup !== null && !video.seeking && stalling === null) {
			stalling = now();
			stalls += 1;
		}
	});
	video.addEventListener("seeking", () => {
		last = null;
	});
	video.addEventListener("timeupdate", () => {
		if (!video.paused && !video.seeking) {
			if (last !== null && video.currentTime > last && video.currentTime - last < 3) {
				watched += video.currentTime - last;
			}
			last = video.currentTime;
		}
	});
	video.addEventListener("ended", () => {
		leave();
		showPage();
		end.hidden = false;
		end.querySelector("a, button").focus();
	});

	const again = () => {
		found();
		wantsToPlay = true;
		if (session) {
			renew();
		}
		else {
			open().then(() => {
				if (session && hls) {
					hls.startLoad(video.currentTime);
				}
				play();
			});
		}
	};
	document.getElementById("player-again").addEventListener("click", again);
	document.querySelector("[data-replay]").addEventListener("click", () => {
		end.hidden = true;
		video.currentTime = 0;
		video.focus();
		play();
	});
	window.addEventListener("online", () => {
		if (away) {
			renew();
		}
	});
	window.addEventListener("pagehide", leave);
	document.addEventListener("visibilitychange", () => {
		if (document.visibilityState === "hidden") {
			tell();
		}
	});

	/** The subtitles in the language of the page, else the first. */
	const readable = () => Math.max(1, Array.from(captions.options).findIndex((it) => it.value !== "-1"
		&& it.lang.split("-")[0] === document.documentElement.lang.split("-")[0])) - 1;

	const jump = (seconds) => {
		video.currentTime = Math.max(0, Math.min(video.duration || 0, video.currentTime + seconds));
	};
	const pausing = () => (video.paused ? play() : video.pause());
	const keys = {
		k: pausing,
		j: () => jump(-10),
		l: () => jump(10),
		arrowleft: () => jump(-5),
		arrowright: () => jump(5),
		" ": pausing,
		m: () => {
			video.muted = !video.muted;
		},
		f: () => (document.fullscreenElement ? document.exitFullscreen() : video.requestFullscreen()),
		c: () => {
			if (!captions.disabled) {
				captions.value = captions.value === "-1" ? String(readable()) : "-1";
				captions.dispatchEvent(new Event("change"));
			}
		}
	};
	/** Space on the picture is known to browsers; everything that is chosen from or pressed has keys of its own. */
	document.addEventListener("keydown", (event) => {
		const key = event.key.toLowerCase();
		const act = keys[key];
		const elsewhere = !["BODY", "MAIN"].includes(event.target.tagName) && event.target !== seek;
		const theirs = event.target === video ? key === " " : elsewhere;
		if (act && !theirs && !event.ctrlKey && !event.metaKey && !event.altKey && problem.hidden && end.hidden) {
			event.preventDefault();
			act();
		}
	});

	player.hidden = false;
	open();
})();

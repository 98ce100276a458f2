// Shows where a film is, takes it elsewhere, and shows before what would be seen there.
(() => {
	const video = document.getElementById("film");
	const seek = document.getElementById("seek");
	const preview = document.getElementById("preview");
	const words = document.getElementById("player").dataset;

	let dragging = false;
	let pictures = null;
	let peeked = 0;
	let hiding = 0;

	const clock = (seconds) => {
		const whole = Math.floor(seconds);
		const two = (number) => String(number).padStart(2, "0");
		return (whole >= 3600 ? Math.floor(whole / 3600) + ":" + two(Math.floor(whole / 60) % 60) : Math.floor(whole / 60)) + ":" + two(whole % 60);
	};

	/** Shows where the film is, unless the viewer is about to say where it should be. */
	function place() {
		if (!dragging) {
			seek.value = String(video.currentTime);
		}
		fill();
	}

	function fill() {
		seek.setAttribute("aria-valuetext", words.place.replace("%", clock(Number(seek.value))).replace("%", clock(Number(seek.max))));
	}

	/** The small pictures of the film (WebVTT with media fragments), asked for when somebody first wants to seek. */
	function look() {
		if (words.sprite && pictures === null) {
			pictures = [];
			fetch(words.sprite).then((it) => (it.ok ? it.text() : "")).then((vtt) => {
				const cue = /(\d+):(\d+):([\d.]+) --> .*\n(.*)#xywh=(\d+),(\d+),(\d+),(\d+)/g;
				const base = new URL(words.sprite, location.href);
				pictures = Array.from(vtt.matchAll(cue), ([, hours, minutes, seconds, file, x, y, width, height]) => (
					{ from: 3600 * hours + 60 * minutes + Number(seconds), file: new URL(file, base).href, x, y, width, height }));
				if (!preview.hidden) {
					peek(peeked);
				}
			}).catch(() => {
				pictures = null;
			});
		}
	}

	function peek(seconds) {
		look();
		peeked = seconds;
		clearTimeout(hiding);
		if (!seek.matches(":hover") && !dragging) {
			hiding = setTimeout(hide, 1500);
		}
		const share = Number(seek.max) > 0 ? seconds / Number(seek.max) : 0;
		const picture = (pictures ?? []).findLast((it) => it.from <= seconds);
		const frame = preview.firstElementChild;
		frame.hidden = !picture;
		if (picture) {
			frame.style.backgroundImage = `url("${picture.file}")`;
			frame.style.backgroundPosition = `-${picture.x}px -${picture.y}px`;
			frame.style.width = `${picture.width}px`;
			frame.style.height = `${picture.height}px`;
		}
		preview.lastElementChild.textContent = clock(seconds);
		preview.hidden = false;
		const half = preview.offsetWidth / 2;
		preview.style.left = `${Math.max(half, Math.min(seek.offsetWidth - half, share * seek.offsetWidth))}px`;
	}

	const hide = () => {
		preview.hidden = true;
	};
	seek.addEventListener("pointermove", (event) => {
		const { left, width } = seek.getBoundingClientRect();
		peek(dragging ? Number(seek.value) : Math.max(0, Math.min(1, (event.clientX - left) / width)) * Number(seek.max));
	});
	seek.addEventListener("pointerleave", () => (dragging ? null : hide()));
	seek.addEventListener("focus", look);
	seek.addEventListener("blur", hide);
	seek.addEventListener("input", () => {
		dragging = true;
		fill();
		peek(Number(seek.value));
	});
	seek.addEventListener("change", () => {
		dragging = false;
		video.currentTime = Number(seek.value);
		peek(Number(seek.value));
	});
	for (const type of ["pointerup", "pointercancel"]) {
		// Back where the drag began nothing changed, and a finger points at nothing any more.
		seek.addEventListener(type, (event) => setTimeout(() => {
			dragging = false;
			if (event.pointerType !== "mouse") {
				hide();
			}
		}));
	}

	video.addEventListener("durationchange", () => {
		const known = Number.isFinite(video.duration) && video.duration > 0;
		seek.max = known ? String(video.duration) : "0";
		seek.disabled = !known;
		place();
	});
	video.addEventListener("timeupdate", place);
	video.addEventListener("seeking", () => {
		place();
		if (document.activeElement === seek && !dragging) {
			peek(video.currentTime);
		}
	});
})();

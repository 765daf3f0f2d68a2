"use strict";
// Pictures that can be enlarged and moved. Panzoom does it, and takes pinch and drag from the pointer; here are
// the buttons, the keys + - 0 and the arrows, and the wheel with Ctrl. The wheel alone stays the reader's, as does
// a finger that moves up or down where the picture has no more to show there.
const STEP = 1.5;
const STRIDE = 80; // pixels that an arrow moves a picture
const ARROWS = { ArrowLeft: [STRIDE, 0], ArrowRight: [-STRIDE, 0], ArrowUp: [0, STRIDE], ArrowDown: [0, -STRIDE] };
const HABITS = { contain: "outside", minScale: 1, maxScale: 8, step: 0.8, overflow: "clip" };
const SLIP = 4; // pixels that a pointer may move and still follow a link

function zoomable(figure) {
  const view = figure.querySelector(".view");
  const drawing = view.querySelector("svg");
  const zoom = Panzoom(drawing, { ...HABITS, handleStartEvent: (event) => press(event, view) });
  let share = 1; // of its width at first: less where the whole picture is fitted into a narrow screen
  const fit = (whole) => {
    view.classList.remove("whole");
    const wide = drawing.clientWidth;
    view.classList.toggle("whole", whole);
    share = drawing.clientWidth / wide;
    zoom.reset({ animate: false });
  };
  const by = (factor) => zoom.zoomToPoint(zoom.getScale() * factor, middle(view));
  const steps = {
    in: () => (share < 1 && zoom.getScale() === 1 ? fit(false) : by(STEP)),
    out: () => (zoom.getScale() > 1 ? by(1 / STEP) : fit(true)),
    fit: () => fit(true),
  };
  for (const button of figure.querySelectorAll("button")) button.addEventListener("click", steps[button.dataset.zoom]);
  followKeys(view, { "+": steps.in, "=": steps.in, "-": steps.out, 0: steps.fit }, zoom);
  followPointers(view, drawing, zoom);
  drawing.addEventListener("focusin", (event) => bringIntoView(event.target, view, zoom));
  drawing.addEventListener("panzoomchange", () => tell(figure, view, drawing, zoom, share));
  window.addEventListener("resize", () => move(zoom, 0, 0));
  figure.querySelector(".tools").hidden = false;
}

// The middle of what is seen of a picture.
function middle(view) {
  const { left, width, top, bottom } = view.getBoundingClientRect();
  return { clientX: left + width / 2, clientY: (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2 };
}

// Move a picture by pixels of the screen, as far as there is more of it; true if it moved.
function move(zoom, right, down) {
  const from = zoom.getPan();
  const to = zoom.pan(right / zoom.getScale(), down / zoom.getScale(), { relative: true });
  return from.x !== to.x || from.y !== to.y;
}

function followKeys(view, keys, zoom) {
  view.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in keys) keys[event.key]();
    else if (!(event.key in ARROWS) || !move(zoom, ...ARROWS[event.key])) return;
    event.preventDefault();
  });
}

// What is pressed has the focus, so that keys go on from there; nothing is selected, and no link is dragged out.
function press(event, view) {
  event.preventDefault();
  (event.target.closest("a") || view).focus({ preventScroll: true, focusVisible: false });
}

function followPointers(view, drawing, zoom) {
  const wheel = (event) => (event.ctrlKey || event.metaKey) && zoom.zoomWithWheel(event, { step: 0.3 });
  view.addEventListener("wheel", wheel, { passive: false });
  const touch = (event) => event.touches.length > 1 && event.preventDefault();
  view.addEventListener("touchmove", touch, { passive: false });
  let from = zoom.getPan();
  drawing.addEventListener("panzoomstart", () => (from = zoom.getPan()));
  const settle = () => requestAnimationFrame(() => move(zoom, 0, 0)); // a pinch can end a little beyond the edge
  drawing.addEventListener("panzoomend", settle);
  drawing.addEventListener("dragstart", (event) => event.preventDefault());
  drawing.addEventListener("click", (event) => {
    const { x, y } = zoom.getPan();
    if (event.detail === 0 || Math.hypot(x - from.x, y - from.y) * zoom.getScale() <= SLIP) return;
    event.preventDefault(); // a picture was dragged by a link, which is then not followed
    event.stopPropagation();
  });
}

// A link that the Tab key comes to is brought into the frame.
function bringIntoView(link, view, zoom) {
  const [at, frame] = [link, view].map((one) => one.getBoundingClientRect());
  const across = at.left >= frame.left && at.right <= frame.right;
  if ((across && at.top >= frame.top && at.bottom <= frame.bottom) || !link.matches(":focus-visible")) return;
  const [right, down] = [frame.left + (frame.width - at.width) / 2 - at.left, frame.top + (frame.height - at.height) / 2 - at.top];
  move(zoom, right, down);
  requestAnimationFrame(() => link.scrollIntoView({ block: "nearest" }));
}

// What stands beside and above the lanes of a picture stays at the edges of the frame, whatever part of them is
// seen; its words grow less than the picture.
function pin(view, drawing, scale) {
  const [paper, frame] = [drawing.querySelector("rect"), view].map((one) => one.getBoundingClientRect());
  const { width, height } = drawing.viewBox.baseVal;
  const right = (Math.max(0, frame.left - paper.left) / paper.width) * width;
  const down = (Math.max(0, frame.top - paper.top) / paper.height) * height;
  const by = Math.sqrt(scale);
  drawing.style.setProperty("--by", by);
  drawing.querySelector(".beside")?.setAttribute("transform", `translate(${right} 0)`);
  drawing.querySelector(".above")?.setAttribute("transform", `translate(0 ${down}) scale(1 ${1 / by})`);
}

// Say how large a picture is, and let a finger move it up and down only where it is taller than its frame.
function tell(figure, view, drawing, zoom, share) {
  const { width, height } = drawing.getBoundingClientRect();
  const [wider, taller] = [width > view.clientWidth + 1, height > view.clientHeight + 1];
  zoom.setOptions({ touchAction: taller ? "none" : "pan-y", cursor: wider || taller ? "grab" : "" });
  pin(view, drawing, zoom.getScale());
  const output = figure.querySelector("output");
  const percent = `${Math.round(share * zoom.getScale() * 100)}%`;
  if (output.textContent !== percent) output.textContent = percent;
}

document.querySelectorAll("figure.zoomable").forEach(zoomable);

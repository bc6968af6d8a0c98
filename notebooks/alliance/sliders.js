// A slider of ipywidgets has a label and a number that no screen reader connects with its handle: this does it.
let tries = 0;
const timer = setInterval(() => {
  for (const row of document.querySelectorAll(".widget-slider")) {
    const [handle, label, number] = ["[role=slider]", "label", ".widget-readout"].map((part) => row.querySelector(part));
    if (!handle || !label || handle.ariaLabel) continue;
    const read = () => handle.ariaValueText === number.textContent || (handle.ariaValueText = number.textContent);
    handle.ariaLabel = label.textContent;
    new MutationObserver(read).observe(handle, { attributeFilter: ["aria-valuetext"] });
    read();
  }
  if (++tries > 20) clearInterval(timer);
}, 250);

// Copy the address of a feed; without JavaScript the field can be selected and copied by hand.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand("copy"); // where the page has no leave to write, or no https
    }
    const messages = document.getElementById("messages");
    const said = document.createElement("p");
    said.className = "message message-success";
    said.setAttribute("role", "status");
    said.textContent = button.dataset.copied;
    messages.replaceChildren(said);
    button.firstChild.textContent = button.dataset.copied;
  });
}

// Says beside a day that it is over. Pages are the same at each build, so only a browser can tell.
export function due(day) {
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  if (day.dateTime >= today) return;
  const over = document.createElement("strong");
  over.textContent = "over";
  day.after(" ", over);
}

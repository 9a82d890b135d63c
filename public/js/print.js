/** Makes the print buttons work. Style sheets show them only where scripts run. */
for (const button of document.querySelectorAll('button[data-print]')) {
  button.addEventListener('click', () => print());
}

// Has the address say `told` (name to value, null for none) without another entry for the Back button.
((told) => {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(told))
    if (value === null) address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  history.replaceState(history.state, "", address);
})(TOLD);

sessionStorage.removeItem("loopwright-draft");

# Coefficients and standard errors of the NIST sets by lm(), appended to peers.csv.
#
# Run in this folder:  python3 peers.py && Rscript peers.R
# tol = 1e-20 keeps lm() from dropping the highest powers of Filip, which its default does.

sets <- c("norris", "pontius", "noint1", "noint2", "longley", "filip",
          "wampler1", "wampler2", "wampler3", "wampler4", "wampler5")
powers <- function(degree) {
  paste("y ~ x", paste(sprintf("+ I(x^%d)", 2:degree), collapse = " "))
}
formulas <- list(
  norris = "y ~ x", pontius = powers(2), noint1 = "y ~ x - 1", noint2 = "y ~ x - 1",
  longley = "y ~ x1 + x2 + x3 + x4 + x5 + x6", filip = powers(10),
  wampler1 = powers(5), wampler2 = powers(5), wampler3 = powers(5),
  wampler4 = powers(5), wampler5 = powers(5))
program <- paste("R", paste(R.version$major, R.version$minor, sep = "."))
number <- function(v) ifelse(is.na(v), "", sprintf("%.17g", v))

for (name in sets) {
  table <- read.csv(paste0(name, ".csv"))
  for (setting in c("default", "full rank")) {
    tol <- if (setting == "default") 1e-7 else 1e-20
    fit <- lm(as.formula(formulas[[name]]), data = table, tol = tol)
    estimates <- coef(fit)
    summarised <- suppressWarnings(coef(summary(fit)))
    errors <- summarised[match(names(estimates), rownames(summarised)), "Std. Error"]
    rows <- data.frame(name, program, setting, fit$rank, seq_along(estimates) - 1,
                       number(estimates), number(errors))
    write.table(rows, "peers.csv", append = TRUE, sep = ",", quote = FALSE,
                row.names = FALSE, col.names = FALSE)
  }
}

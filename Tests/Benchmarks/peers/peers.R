# Forecasts by the models of the R package forecast, in the rows that `forecast backtest --details` writes.
#
# Windows, sampling, quantiles, failures and options are those of peers.py; see there. Needs R's package
# forecast (Debian: r-cran-forecast).
#
# Run: Rscript peers.R --data tidy.csv --history 3 5 --horizon 5 --sample 20 --out peers-r.csv --times peers-r.json

suppressPackageStartupMessages(library(forecast))

LEVELS <- c(50, 80, 90)
QUANTILES <- c("q05", "q10", "q25", "median", "q75", "q90", "q95")
# A point forecast further outside its own interval than this, in points, is counted.
OUTSIDE <- 1e-4
MODELS <- list(
  "R-rwf-drift" = function(y, h) rwf(y, h = h, drift = TRUE, level = LEVELS),
  "R-thetaf" = function(y, h) thetaf(y, h = h, level = LEVELS),
  "R-ets" = function(y, h) forecast(ets(y), h = h, level = LEVELS),
  "R-auto.arima" = function(y, h) forecast(auto.arima(y), h = h, level = LEVELS)
)

# Returns the options as a list of character vectors, e.g. list(history = c("3", "5"), out = "peers-r.csv").
read_options <- function(arguments) {
  known <- c("data", "history", "horizon", "sample", "out", "times")
  named <- startsWith(arguments, "--")
  names <- sub("^--", "", arguments[named])
  stopifnot("an unknown option" = names %in% known, "the first argument is not an option" = named[1])
  options <- split(arguments[!named], factor(cumsum(named)[!named], levels = seq_along(names)))
  options <- setNames(options, names)
  if (is.null(options$sample)) options$sample <- "1"
  stopifnot("an option is missing" = known %in% names(options),
            "an option has no value" = lengths(options) > 0)
  options
}

# Returns the table of the series, sorted by place, indicator (both by bytes) and year.
read_series <- function(path) {
  table <- read.csv(path, colClasses = c("character", "character", "integer", "numeric"), na.strings = character())
  table[order(table$place, table$indicator, table$year, method = "radix"), ]
}

# Returns all windows with an observed year 1..horizon ahead, sorted by place, indicator and origin.
# Each is a list of place, indicator, origin, values and actuals (NA where not observed).
windows <- function(table, history, horizon) {
  found <- list()
  key <- paste(table$place, table$indicator, sep = "\t")
  for (rows in split(table, factor(key, levels = unique(key)))) {
    for (i in seq_len(nrow(rows))) {
      span <- (i - history + 1):i
      if (i < history || rows$year[i] - rows$year[span[1]] != history - 1) next
      actuals <- rows$percent[match(rows$year[i] + seq_len(horizon), rows$year)]
      if (all(is.na(actuals))) next
      found[[length(found) + 1]] <- list(
        place = rows$place[i], indicator = rows$indicator[i], origin = rows$year[i],
        values = rows$percent[span], actuals = actuals)
    }
  }
  found
}

# Returns the seven quantiles by years ahead (horizon x 7) and whether an interval had to be stretched
# to hold its own point forecast.
quantiles <- function(model, values, horizon) {
  answer <- model(ts(values), horizon)
  lower <- matrix(answer$lower, nrow = horizon)[, 3:1, drop = FALSE]
  upper <- matrix(answer$upper, nrow = horizon)
  point <- as.numeric(answer$mean)
  table <- cbind(lower, point, upper)
  if (!all(is.finite(table))) stop("an interval that is not finite")
  held <- cbind(pmin(lower, point), point, pmax(upper, point))
  list(table = pmin(pmax(held, 0), 100), stretched = max(abs(held - table)) > OUTSIDE)
}

# Returns the rows of one model for one window as a data frame.
rows_of <- function(name, window, history, table) {
  seen <- which(!is.na(window$actuals))
  text <- matrix(sprintf("%.6f", table[seen, ]), nrow = length(seen), dimnames = list(NULL, QUANTILES))
  data.frame(model = name, place = window$place, indicator = window$indicator, origin = window$origin,
             history = history, horizon = seen, actual = sprintf("%.15g", window$actuals[seen]), text)
}

# Returns the rows of one model for all windows of one history, and the tally of failures and processor time.
forecast_windows <- function(name, found, history, horizon) {
  set.seed(1)  # Some intervals of ets are simulated.
  rows <- vector("list", length(found))
  failures <- character()
  outside <- 0
  start <- proc.time()
  for (i in seq_along(found)) {
    answer <- tryCatch(suppressWarnings(quantiles(MODELS[[name]], found[[i]]$values, horizon)),
                       error = function(fault) conditionMessage(fault))
    if (is.character(answer)) {
      failures <- c(failures, answer)
      next
    }
    outside <- outside + answer$stretched
    rows[[i]] <- answer$table
  }
  seconds <- sum((proc.time() - start)[c("user.self", "sys.self")])
  made <- which(lengths(rows) > 0)
  frames <- lapply(made, function(i) rows_of(name, found[[i]], history, rows[[i]]))
  list(rows = do.call(rbind, frames),
       tally = list(windows = length(found), failed = length(failures), failures = as.list(table(failures)),
                    point_outside_interval = outside, cpu_seconds = round(seconds, 3),
                    cpu_ms_per_series = round(1000 * seconds / max(length(found), 1), 3)))
}

# Prints one line on a model and history, and one more for every kind of failure.
report <- function(name, history, tally) {
  message(sprintf("n = %d, %s: %d windows, %d without a forecast, %d with a point outside its interval, %s ms a series",
                  history, name, tally$windows, tally$failed, as.integer(tally$point_outside_interval),
                  tally$cpu_ms_per_series))
  for (reason in names(tally$failures)) message(sprintf("    %d × %s", tally$failures[[reason]], reason))
}

# Returns a number, a text or a named list of these as JSON.
json <- function(value) {
  if (is.list(value)) {
    entries <- sprintf("%s: %s", vapply(names(value), json, ""), vapply(value, json, ""))
    return(paste0("{", paste(entries, collapse = ", "), "}"))
  }
  if (is.character(value)) return(encodeString(value, quote = '"'))
  format(value, digits = 15)
}

main <- function() {
  options <- read_options(commandArgs(trailingOnly = TRUE))
  histories <- as.integer(options$history)
  horizon <- as.integer(options$horizon)
  steps <- as.integer(options$sample)
  stopifnot("--sample: give one number, or one for each history" = length(steps) %in% c(1, length(histories)))
  steps <- rep_len(steps, length(histories))
  series <- read_series(options$data)
  times <- list()
  rows <- list()
  for (i in seq_along(histories)) {
    found <- windows(series, histories[i], horizon)
    found <- found[(seq_along(found) - 1) %% steps[i] == 0]
    for (name in names(MODELS)) {
      answer <- forecast_windows(name, found, histories[i], horizon)
      report(name, histories[i], answer$tally)
      rows[[length(rows) + 1]] <- answer$rows
      times[[name]][[as.character(histories[i])]] <- answer$tally
    }
  }
  write.table(do.call(rbind, rows), options$out, sep = ",", row.names = FALSE, quote = 1:3, qmethod = "double")
  software <- sprintf("R forecast %s, R %s", packageVersion("forecast"), getRversion())
  writeLines(json(list(software = software, models = times)), options$times)
}

main()

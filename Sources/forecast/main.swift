import ForecastCLI
import Foundation

exit(runForecast(Array(CommandLine.arguments.dropFirst()), console: .standard))

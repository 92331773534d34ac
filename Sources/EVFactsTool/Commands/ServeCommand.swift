import ArgumentParser
import EVFacts
import Serving

/// `evfacts serve`: the database in a browser.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the database in a browser, and answer programs.")

  @OptionGroup var database: DatabaseOption

  @Option(help: "The port to listen on.")
  var port = 8080

  func run() async throws {
    var options = ServingOptions(path: database.path)
    options.port = port
    try await PageServer(options).run()
  }
}

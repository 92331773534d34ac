import ArgumentParser
import EVFacts
import Foundation
import Serving

/// `evfacts serve`: the database in a browser.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the database in a browser, and answer programs.",
    discussion: """
      Prints the address and answers until Ctrl-C; what is under way is finished. Pages for people begin at /, the HTTP
      API at /api/v1, with its description at /api/v1/openapi.json. Only this machine is answered, and nothing can be
      changed, unless asked otherwise. With --host others can reach the server too, and need the token of --token: programs
      send it as Authorization: Bearer, browsers are asked for it once.

      EXAMPLES
        evfacts serve --open
        evfacts serve --db news.sqlite --edit
        evfacts serve --port 0 --verbose
        evfacts serve --host 0.0.0.0 --token token.txt
        curl 'http://127.0.0.1:8080/api/v1/beliefs?maker=BYD&kind=price&format=csv'
      """)

  @OptionGroup var database: DatabaseOption

  @Option(help: ArgumentHelp("The name or address to listen at.", valueName: "host"))
  var host = "127.0.0.1"

  @Option(help: ArgumentHelp("The port to listen on; 0 takes a free one.", valueName: "number"))
  var port = 8080

  @Flag(help: "Open the first page in the browser.")
  var open = false

  @Flag(help: "Let facts be kept, dropped and corrected on the pages.")
  var edit = false

  @Option(
    help: ArgumentHelp(
      "The secret that everyone must know, in a file; needed with --host, and only then.", valueName: "file"))
  var token: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Let pages of this origin read the API, such as https://charts.example; can be given more than once.",
      valueName: "origin"))
  var allowOrigin: [String] = []

  @Flag(help: "Write a line for each request to standard error.")
  var verbose = false

  func validate() throws {
    for origin in allowOrigin where origin != "*" && !Self.isOrigin(origin) {
      throw ValidationError("'\(origin)' is no origin. Try: --allow-origin https://charts.example")
    }
  }

  func run() async throws {
    var options = ServingOptions(path: database.path)
    options.host = host
    options.port = port
    options.editing = edit
    options.token = try token.map { try AccessToken(file: $0) }
    options.allowedOrigins = Set(allowOrigin)
    if verbose { options.requestLog = { Notes.write($0) } }
    options.errorLog = { Notes.write($0) }
    let (path, opens) = (database.path, open)
    options.started = { address in
      // The address alone, so that a script can read it.
      try? TextOutput().writeNow(address + "\n")
      Notes.write("Serving '\(path)'. Ctrl-C ends.")
      if opens { Self.show(address) }
    }
    try await PageServer(options).run()
  }

  /// Scheme, host and perhaps a port, and nothing behind.
  private static func isOrigin(_ text: String) -> Bool {
    guard let url = URL(string: text), let scheme = url.scheme, let host = url.host() else { return false }
    let port = url.port.map { ":\($0)" } ?? ""
    return ["http", "https"].contains(scheme) && text == "\(scheme)://\(host)\(port)"
  }

  /// Opens an address in the person's browser, where there is one.
  private static func show(_ address: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    #if os(macOS)
      process.arguments = ["open", address]
    #else
      process.arguments = ["xdg-open", address]
    #endif
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.terminationHandler = { process in
      if process.terminationStatus != 0 { Notes.write("There is no browser to open. Try: \(address)") }
    }
    do { try process.run() } catch { Notes.write("There is no browser to open. Try: \(address)") }
  }
}

import ArgumentParser
import EVFacts

/// How addresses are fetched.
struct FetchingOptions: ParsableArguments {
  @Flag(help: "Fetch addresses of this machine and of private networks, too.")
  var allowPrivate = false

  @Option(help: ArgumentHelp("The largest page that is fetched, unpacked.", valueName: "number"))
  var maxMegabytes = 20

  @Option(help: ArgumentHelp("The time between two requests to a host.", valueName: "seconds"))
  var pause = 1.0

  func validate() throws {
    guard (0...3600).contains(pause) else {
      throw ValidationError("--pause is between 0 and 3600 seconds. Try: --pause 5")
    }
    guard (1...1024).contains(maxMegabytes) else {
      throw ValidationError("--max-megabytes is between 1 and 1024. Try: --max-megabytes 50")
    }
  }

  /// A fetcher with these limits.
  var fetcher: Fetcher {
    var policy = FetchPolicy()
    policy.allowsPrivate = allowPrivate
    policy.sizeLimit = maxMegabytes << 20
    policy.interval = .seconds(pause)
    policy.isStopped = { Interruption.isWished }
    return Fetcher(policy: policy)
  }
}

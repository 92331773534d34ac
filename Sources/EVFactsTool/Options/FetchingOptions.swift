import ArgumentParser
import EVFacts

/// How addresses are fetched.
struct FetchingOptions: ParsableArguments {
  @Flag(help: "Fetch addresses of this machine and of private networks, too.")
  var allowPrivate = false

  @Option(help: ArgumentHelp("The largest page that is fetched, unpacked.", valueName: "number"))
  var maxMegabytes = 20

  func validate() throws {
    guard (1...1024).contains(maxMegabytes) else {
      throw ValidationError("--max-megabytes is between 1 and 1024. Try: --max-megabytes 50")
    }
  }

  /// A fetcher with these limits.
  var fetcher: Fetcher {
    var policy = FetchPolicy()
    policy.allowsPrivate = allowPrivate
    policy.sizeLimit = maxMegabytes << 20
    return Fetcher(policy: policy)
  }
}

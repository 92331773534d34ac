@_exported import Asking
@_exported import Facts
@_exported import Fetching
@_exported import Linking
@_exported import Reading
@_exported import Reporting
@_exported import Scoring
@_exported import Storing

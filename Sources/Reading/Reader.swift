import CLibXML2
import Facts

/// Bytes to articles.
public enum Reader {}

namespace Verify.Runner.Input;

/// <summary>Something that the user gave does not do; the message is the one line to print.</summary>
internal sealed class InputException(string message, Exception? innerException = null)
    : Exception(message, innerException);

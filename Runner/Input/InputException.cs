namespace Verify.Runner.Input;

/// <summary>The user's input is wrong; the message is the one line to print.</summary>
internal sealed class InputException(string message, Exception? innerException = null)
    : Exception(message, innerException);

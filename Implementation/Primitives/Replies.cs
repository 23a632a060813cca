using Verify.Abi;

namespace Verify.Implementation.Primitives;

/// <summary>Turns kernel errors into what the calling process sees.</summary>
internal static class Replies
{
    /// <summary>The value, or -1 with the error.</summary>
    public static Outcome Of(Errno error, int value = 0) =>
        error == Errno.None ? Outcome.Returned(value) : Outcome.Failed(error);

    /// <summary>What a buffer of a length gets of a file's contents.</summary>
    public static Outcome OfContent(string content, int length)
    {
        Data data = Data.OfCharacters(content);
        return Outcome.Received(data.Length <= length ? data : data.Slice(0, length), sender: null);
    }
}

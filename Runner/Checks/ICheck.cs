namespace Verify.Runner.Checks;

/// <summary>One of the ways in which the implementation is looked at.</summary>
internal interface ICheck
{
    /// <summary>What is being done, in a few words.</summary>
    string Title { get; }

    /// <summary>Looks, and adds what it saw; after a cancellation, what it saw until then.</summary>
    void Run(CheckReport report, Action<string> news, CancellationToken cancellation);
}

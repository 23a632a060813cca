namespace Verify.Runner.Checks;

/// <summary>One way to test the implementation.</summary>
internal interface ICheck
{
    /// <summary>What the check does, in a few words.</summary>
    string Title { get; }

    /// <summary>Runs the check and adds what it saw, after a cancellation what it saw until then.</summary>
    void Run(CheckReport report, Action<string> news, CancellationToken cancellation);
}

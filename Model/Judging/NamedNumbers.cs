using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Verify.Abi;
using Verify.Model.States;

namespace Verify.Model.Judging;

/// <summary>
/// The numbers that a trace names anywhere, in calls, outcomes and texts. Every number that it does not name behaves
/// like any other such number.
/// </summary>
internal sealed class NamedNumbers
{
#pragma warning disable SYSLIB1045 // Mutants of the model are compiled without source generators.
    private static readonly Regex Number = new("[0-9]+");

    private static readonly Regex Id = new(@"(?<![0-9.:])[0-9]+(?![0-9.])");
#pragma warning restore SYSLIB1045

    private readonly ImmutableHashSet<int> _all;

    /// <summary>The numbers of a trace's steps.</summary>
    public NamedNumbers(ImmutableArray<Step> steps)
    {
        string text = TraceWriter.Write(new Trace(new World(), steps));
        _all = Read(Number.Matches(text));
        Ids = [.. Read(Id.Matches(text))];
        Pids = [.. steps.Select(PidOf).Where(pid => pid > 0)];
        Descriptors = [.. steps.SelectMany(DescriptorsOf).Where(fd => fd >= 0)];
    }

    /// <summary>The numbers that are not part of an address, in order.</summary>
    public ImmutableSortedSet<int> Ids { get; }

    /// <summary>The processes that call, and those that calls of fork return.</summary>
    public ImmutableSortedSet<int> Pids { get; }

    /// <summary>The numbers that the trace names as descriptors.</summary>
    public ImmutableSortedSet<int> Descriptors { get; }

    /// <summary>True if the trace names the number.</summary>
    public bool Has(int number) => _all.Contains(number);

    private static int PidOf(Step step) => step switch
    {
        { Call: Call.Fork, Stated.Value: { } child } => child,
        { Call: Call.ByProcess call } => call.Pid,
        _ => 0,
    };

    private static IEnumerable<int> DescriptorsOf(Step step)
    {
        IEnumerable<int> used = step.Call switch
        {
            Call.Dup2 dup => [dup.Fd, dup.Target],
            Call.OnDescriptor call => [call.Fd],
            Call.ByProcess call => Doubt.Asked(call),
            _ => [],
        };
        Statement[] stated =
        [
            .. step.Stated is { } known ? (Statement[])[known] : [],
            .. step.Stated is { Resumed: { IsDefault: false } resumed } ? resumed.Select(one => one.Statement) : [],
        ];
        return used
            .Concat(stated.SelectMany(one => (int[])[one.Value ?? 0, one.Second ?? 0]))
            .Concat(stated.SelectMany(one => ControlMessages.DescriptorsIn(one.Control ?? default)))
            .Concat(stated.SelectMany(one => (one.Receivers ?? default).All).Select(receiver => receiver.Fd));
    }

    private static ImmutableHashSet<int> Read(MatchCollection numbers) =>
    [
        .. numbers.Select(number =>
            int.TryParse(number.Value, CultureInfo.InvariantCulture, out int value) ? value : 0),
    ];
}

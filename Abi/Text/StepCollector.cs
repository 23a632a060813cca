using System.Collections.Immutable;
using Verify.Abi.Calls;

namespace Verify.Abi.Text;

/// <summary>
/// Collects the steps of a trace as their lines are read. Unless woken processes continue later, a line that resumes a
/// call belongs to the step before it.
/// </summary>
internal sealed class StepCollector
{
    private readonly ImmutableArray<Step>.Builder _steps = ImmutableArray.CreateBuilder<Step>();
    private readonly ImmutableArray<TextPlace>.Builder _results = ImmutableArray.CreateBuilder<TextPlace>();
    private readonly ImmutableArray<StatedResumption>.Builder _resumed =
        ImmutableArray.CreateBuilder<StatedResumption>();

    /// <summary>True before the first step.</summary>
    public bool IsEmpty => _steps.Count == 0;

    /// <summary>Reads the rest of a line after its opening bracket.</summary>
    public void Read(Scanner scanner, int line, World world)
    {
        int start = scanner.Mark();
        (Call call, Statement? stated) = StepLines.Parse(scanner, out int resultColumn);
        if (call is not Call.Resume resume || world.WakesLater)
        {
            CloseStep();
            _steps.Add(new Step(call, stated));
            _results.Add(new TextPlace(line, resultColumn));
        }
        else if (IsEmpty)
        {
            throw scanner.Expected("a call that wakes the process first", start);
        }
        else
        {
            _resumed.Add(new StatedResumption(resume.Pid, resume.Call, stated ?? new Statement()));
        }
    }

    /// <summary>All steps.</summary>
    /// <param name="results">The position of each step's result, present or not.</param>
    public ImmutableArray<Step> ToSteps(out ImmutableArray<TextPlace> results)
    {
        CloseStep();
        results = _results.ToImmutable();
        return _steps.ToImmutable();
    }

    /// <summary>Gives the last step the calls that it resumed.</summary>
    private void CloseStep()
    {
        if (_resumed.Count > 0)
        {
            Step last = _steps[^1];
            Statement stated = (last.Stated ?? new Statement()) with { Resumed = _resumed.DrainToImmutable() };
            _steps[^1] = last with { Stated = stated };
        }
    }
}

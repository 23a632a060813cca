using System.Collections.Concurrent;
using Verify.Properties.Worlds;

namespace Verify.Properties.Mutants;

/// <summary>
/// Mutants of both sides that share one compiled implementation and one compiled model. A suite is used for one mutant
/// at a time.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="implementation">The implementation, with loop guards.</param>
internal sealed class SwitchedSuites(SwitchedImage model, SwitchedImage implementation)
{
    private readonly ConcurrentBag<IsolatedSuite> _idle = [];

    /// <summary>Runs a mutant of both sides; null for one that must be compiled alone.</summary>
    public ISuite? With(SourceEdit ofModel, SourceEdit ofImplementation) =>
        model.NumberOf(ofModel) is { } inModel && implementation.NumberOf(ofImplementation) is { } inImplementation
            ? new OfMutant(this, inModel, inImplementation)
            : null;

    private Detection? Run(int inModel, int inImplementation, Func<ISuite, Detection?> hunt)
    {
        if (!_idle.TryTake(out IsolatedSuite? suite))
        {
            suite = new IsolatedSuite(nameof(SwitchedSuites), model.Bytes, implementation.Bytes);
            suite.Start();
        }

        suite.Activate(inModel, inImplementation);
        try
        {
            return hunt(suite);
        }
        finally
        {
            _idle.Add(suite);
        }
    }

    private sealed class OfMutant(SwitchedSuites suites, int inModel, int inImplementation) : ISuite
    {
        public Detection? InCampaign(DetectionOptions options, CancellationToken cancel) =>
            suites.Run(inModel, inImplementation, suite => suite.InCampaign(options, cancel));

        public Detection? InWorlds(
            IEnumerable<SmallWorld> worlds, DetectionOptions options, CancellationToken cancel) =>
            suites.Run(inModel, inImplementation, suite => suite.InWorlds(worlds, options, cancel));
    }
}

using Verify.Properties.Checking;

namespace Verify.Properties.Mutants;

/// <summary>How an engine caught a mutant.</summary>
/// <param name="Engine">The campaign, or the name of a small world.</param>
/// <param name="Calls">Calls checked until then.</param>
/// <param name="States">Different states seen until then; 0 for the campaign, which does not tell them apart.</param>
/// <param name="Finding">What the mutant did wrong, with a minimal trace.</param>
public sealed record Detection(string Engine, long Calls, int States, Finding Finding);

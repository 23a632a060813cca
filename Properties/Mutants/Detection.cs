using Verify.Properties.Checking;

namespace Verify.Properties.Mutants;

/// <summary>The detection of a mutant by an engine.</summary>
/// <param name="Engine">The campaign, or the name of a small world.</param>
/// <param name="Calls">Calls checked up to the finding.</param>
/// <param name="States">
/// Different states reached up to the finding; 0 for the campaign, which does not count states.
/// </param>
/// <param name="Finding">The finding, with a minimal trace.</param>
public sealed record Detection(string Engine, long Calls, int States, Finding Finding);

namespace Verify.Properties.Noninterference;

/// <summary>A call of a pair of runs.</summary>
/// <param name="Call">The call.</param>
/// <param name="IsPrisoners">
/// True for a call of the prisoner: both runs make it, and their outcomes are compared.
/// </param>
/// <param name="First">True if the first run makes the call.</param>
/// <param name="Second">True if the second run makes the call.</param>
public readonly record struct PairedCall(Call Call, bool IsPrisoners, bool First, bool Second);

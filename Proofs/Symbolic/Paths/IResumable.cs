namespace Verify.Proofs.Symbolic.Paths;

/// <summary>A run that can return to an earlier state and go another way from there.</summary>
internal interface IResumable
{
    /// <summary>Marks the state before the instruction being executed.</summary>
    /// <returns>Returns to that state; may be called once.</returns>
    Action Mark();
}
